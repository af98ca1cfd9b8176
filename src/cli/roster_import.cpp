// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/editions.hpp"
#include "app/rounds/import_roster.hpp"
#include "cli/command.hpp"
#include "cli/installation_commands.hpp"
#include "exchange/csv.hpp"

namespace smm::cli {
namespace {

base::Result<std::vector<app::RosterSchool>> roster_in(const Given& given, const Surroundings& around) {
  const std::string path = given.text("FILE");
  const auto bytes = around.files.read(path);
  if (!bytes) return bytes.problems();
  const auto table = exchange::read_table(*bytes, path);
  if (!table) return table.problems();
  const auto edition =
      app::open_edition(around.content, around.files, given.text_or("--edition", "smm-2026"));
  if (!edition) return edition.problems();
  return app::read_roster(*table, *edition);
}

int run_roster_import(const Given& given, const Surroundings& around) {
  const auto roster = roster_in(given, around);
  if (!roster) {
    report_problems(roster.problems(), around.err);
    around.err << "Nothing was imported.\n";
    return problem_with_input;
  }
  return on_installation(given, around, [&](app::Installation& installation) {
    const bool dry = given.has("--dry-run");
    const auto outcome = app::import_roster(installation, *roster, "command:roster import", dry);
    if (!outcome) return report_problems(outcome.problems(), around.err);
    around.out << (dry ? "Would be added: " : "Added: ") << outcome->added
               << ", changed: " << outcome->changed << ", as they were: " << outcome->unchanged
               << " schools.\n";
    return done;
  });
}

}  // namespace

Command roster_import_command() {
  return {"roster import",
          "Take the schools of a roster in, or bring them up to date",
          "smm roster import schools.csv --data /var/lib/smm",
          {{"FILE", "Roster as CSV, one row for each school and program"}},
          with_installation_options(
              {{"--edition", "ID", "Edition whose programs the roster names; smm-2026 without it"},
               {"--dry-run", "", "Check the roster and say what would change"}}),
          run_roster_import};
}

}  // namespace smm::cli
