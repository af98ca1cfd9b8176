// SPDX-License-Identifier: Apache-2.0
#include "app/providers/update_registry.hpp"

#include "app/providers/finish_registry.hpp"
#include "outcomes/registry/merge.hpp"

namespace smm::app::providers {
namespace {

namespace registry = outcomes::registry;

}  // namespace

base::Result<BuiltRegistry> update_registry(const RegistryFiles& registry_files, const Files& files,
                                            const UpdateRegistryRequest& request) {
  const auto before = open_registry(registry_files, request.folder);
  if (!before) return before.problems();
  auto sources = open_sources(registry_files, {request.file, "", "", ""}, {});
  if (!sources) return std::move(sources).problems();
  const bool exact = sources->known.last_day.given();
  registry::BuildOptions options;
  options.may_be_empty = true;
  registry::MemorySpace memory;
  auto outcome = registry::build_snapshot(sources->sources, sources->known, memory, options);
  if (!outcome) return std::move(outcome).problems();
  const auto update = registry::Snapshot::open(memory.snapshot(), request.file);
  if (!update) return update.problems();
  const registry::Provenance& days = update->provenance();
  if (auto refused = registry::refuse_update(before->snapshot.provenance().last_day, days.first_day,
                                             days.last_day, exact, request.file))
    return *std::move(refused);
  const auto draft = registry_files.draft(snapshot_path(request.folder));
  if (auto problem = registry::merge_update(before->snapshot, *update, *draft, request.threads))
    return *std::move(problem);
  return finish_registry(*draft, files, request.folder, &*before, outcome->rejected);
}

}  // namespace smm::app::providers
