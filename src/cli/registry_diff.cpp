// SPDX-License-Identifier: Apache-2.0
#include "app/providers/open_registry.hpp"
#include "cli/command.hpp"
#include "exchange/csv.hpp"
#include "outcomes/registry/differences.hpp"

namespace smm::cli {
namespace {

int run_registry_diff(const Given& given, const Surroundings& around) {
  const auto before = app::providers::open_registry(around.registry_files, given.text("A"));
  if (!before) return report_problems(before.problems(), around.err);
  const auto after = app::providers::open_registry(around.registry_files, given.text("B"));
  if (!after) return report_problems(after.problems(), around.err);
  std::string csv;
  exchange::CsvWriter writer(csv);
  writer.row({"npi", "field", "before", "after"});
  for (const auto& change : outcomes::registry::differences(before->snapshot, after->snapshot))
    writer.row({std::to_string(change.npi), change.field, change.before, change.after});
  deliver(given, around, csv);
  return done;
}

}  // namespace

Command registry_diff_command() {
  return {"registry diff",
          "Tell what changed between two registries, person by person, as CSV",
          "smm registry diff registry-march registry-april --out changes.csv",
          {{"A", "Earlier registry: its folder, or a snapshot file"}, {"B", "Later one, likewise"}},
          {{"--out", "FILE", "Write here instead of to standard output"}},
          run_registry_diff};
}

}  // namespace smm::cli
