// SPDX-License-Identifier: Apache-2.0
#include "app/providers/finish_registry.hpp"

#include "app/providers/history.hpp"
#include "outcomes/registry/reject_file.hpp"

namespace smm::app::providers {

base::Result<BuiltRegistry> finish_registry(
    FileDraft& draft, const Files& files, const std::string& folder, const OpenRegistry* before,
    const std::vector<outcomes::registry::RejectedSourceLine>& rejected) {
  const auto mapped = draft.map();
  const auto snapshot = outcomes::registry::Snapshot::open(mapped->bytes(), "the new snapshot");
  if (!snapshot) return snapshot.problems();
  BuiltRegistry built{snapshot->provenance(), snapshot->persons(), mapped->bytes().size(), 0};
  const auto let_go = [&] {
    mapped->let_go();
    before->file->let_go();
  };
  if (before != nullptr) built.changes = write_history(files, folder, before->snapshot, *snapshot, let_go);
  files.write(folder + "/rejected.csv", outcomes::registry::reject_csv(rejected));
  draft.commit();
  return built;
}

}  // namespace smm::app::providers
