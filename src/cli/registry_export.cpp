// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/providers/open_registry.hpp"
#include "cli/command.hpp"
#include "exchange/csv.hpp"
#include "outcomes/registry/person_fields.hpp"
#include "outcomes/registry/problems.hpp"

namespace smm::cli {
namespace {

namespace registry = outcomes::registry;

base::Result<std::vector<const registry::PersonField*>> export_columns(const Given& given) {
  std::vector<const registry::PersonField*> columns;
  if (!given.has("--columns"))
    for (const registry::PersonField& field : registry::person_fields()) columns.push_back(&field);
  base::Problems problems;
  for (const std::string& name : given.list("--columns")) {
    columns.push_back(registry::find_person_field(name));
    if (columns.back() == nullptr)
      problems.emplace_back(
          registry::problem::registry_unknown_column,
          "a registry has no column \"" + name + "\"; docs/reference/registry.md lists them");
  }
  if (!problems.empty()) return problems;
  return columns;
}

int run_registry_export(const Given& given, const Surroundings& around) {
  if (given.text("--to") != "csv") {
    around.err << "smm registry export: --to takes csv, not \"" << given.text("--to") << "\"\n";
    return wrong_usage;
  }
  const auto columns = export_columns(given);
  if (!columns) return report_problems(columns.problems(), around.err);
  const auto open = app::providers::open_registry(around.registry_files, given.text("DIR"));
  if (!open) return report_problems(open.problems(), around.err);
  std::string csv;
  exchange::CsvWriter writer(csv);
  for (const auto* column : *columns) writer.cell(column->name);
  writer.end_row();
  for (registry::Row row = 0; row < open->snapshot.persons(); ++row) {
    for (const auto* column : *columns) writer.cell(column->text(open->snapshot, row));
    writer.end_row();
    if (given.has("--out") || csv.size() < (1U << 20)) continue;
    around.out << csv;
    csv.clear();
  }
  deliver(given, around, csv);
  return done;
}

}  // namespace

Command registry_export_command() {
  return {"registry export",
          "Write the persons of a registry as CSV",
          "smm registry export registry --columns npi,last,first,taxonomy,practice_state --to csv --out "
          "persons.csv",
          {{"DIR", "Folder of the registry, or a snapshot file"}},
          {{"--to", "FORMAT", "The form to write: csv", true},
           {"--columns", "LIST", "Columns, joined by commas; all without it"},
           {"--out", "FILE", "Write here instead of to standard output"}},
          run_registry_export};
}

}  // namespace smm::cli
