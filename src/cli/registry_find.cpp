// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/providers/open_registry.hpp"
#include "cli/command.hpp"
#include "exchange/csv.hpp"
#include "outcomes/registry/person_fields.hpp"
#include "outcomes/registry/search.hpp"

namespace smm::cli {
namespace {

constexpr std::string_view shown[] = {"npi",        "last",          "first",          "middle",
                                      "credential", "practice_city", "practice_state", "taxonomy",
                                      "enumerated", "other_names"};

int run_registry_find(const Given& given, const Surroundings& around) {
  const auto open = app::providers::open_registry(around.registry_files, given.text("DIR"));
  if (!open) return report_problems(open.problems(), around.err);
  const outcomes::registry::PersonQuery query{given.text("--last"), given.text_or("--first", ""),
                                              given.text_or("--state", "")};
  std::string csv;
  exchange::CsvWriter writer(csv);
  writer.row(shown);
  for (const auto row : outcomes::registry::find_persons(open->snapshot, query)) {
    for (const std::string_view name : shown)
      writer.cell(outcomes::registry::find_person_field(name)->text(open->snapshot, row));
    writer.end_row();
  }
  deliver(given, around, csv);
  return done;
}

}  // namespace

Command registry_find_command() {
  return {"registry find",
          "Find persons by name and state, as CSV",
          "smm registry find registry --last rivera --first maria --state NC",
          {{"DIR", "Folder of the registry, or a snapshot file"}},
          {{"--last", "NAME", "Surname, present or other; case does not count", true},
           {"--first", "NAME", "First name or its beginning"},
           {"--state", "CODE", "State of an address or a license"},
           {"--out", "FILE", "Write here instead of to standard output"}},
          run_registry_find};
}

}  // namespace smm::cli
