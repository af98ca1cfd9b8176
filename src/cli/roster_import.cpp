// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <ostream>

#include "app/editions.hpp"
#include "app/rosters/roster_upload.hpp"
#include "app/rounds/import_roster.hpp"
#include "app/rounds/problems.hpp"
#include "cli/command.hpp"
#include "cli/installation_commands.hpp"

namespace smm::cli {
namespace {

base::Result<app::ColumnNames> column_names(const Given& given) {
  app::ColumnNames names;
  for (const std::string& pair : given.list("--column")) {
    const std::size_t equals = pair.rfind('=');
    if (equals == std::string::npos)
      return base::Problem(
          app::rounds_problem::roster_column,
          "--column takes OURS=THEIRS pairs, such as \"Dean's mail=dean_email\", not \"" + pair + "\"");
    names[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return names;
}

base::Result<std::vector<app::RosterSchool>> roster_in(const Given& given, const Surroundings& around) {
  const std::string path = given.text("FILE");
  const auto bytes = around.files.read(path);
  if (!bytes) return bytes.problems();
  const auto table = app::read_roster_table(*bytes, path);
  if (!table) return table.problems();
  const auto names = column_names(given);
  if (!names) return names.problems();
  const auto edition =
      app::open_edition(around.content, around.files, given.text_or("--edition", "smm-2026"));
  if (!edition) return edition.problems();
  app::ColumnMeanings meanings;
  for (const std::string& column : table->columns) {
    const auto found = names->find(column);
    meanings.push_back(found == names->end() ? column : found->second);
  }
  return app::roster_in(*table, meanings, *edition);
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

int run_roster_check(const Given& given, const Surroundings& around) {
  const auto roster = roster_in(given, around);
  if (!roster) return report_problems(roster.problems(), around.err);
  std::map<std::string, std::size_t> schools;
  for (const app::RosterSchool& school : *roster) ++schools[school.profession];
  around.out << "The roster can be taken in: " << roster->size() << " schools\n";
  for (const auto& [profession, count] : schools) around.out << "  " << profession << ": " << count << '\n';
  const auto without = std::ranges::count_if(*roster, [](const app::RosterSchool& school) {
    const auto& to = school.contacts;
    return to.dean.email.empty() && to.interim.email.empty() && to.director.email.empty();
  });
  if (without > 0) around.out << without << " of them have nobody with an address who could be invited.\n";
  return done;
}

int run_roster_export(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    const auto schools = app::roster_of(installation);
    around.files.write(given.text("--out"), app::roster_csv(schools));
    around.out << "Written: " << schools.size() << " schools.\n";
    return done;
  });
}

}  // namespace

Command roster_check_command() {
  return {"roster check",
          "Check a roster without an installation",
          "smm roster check schools.xlsx",
          {{"FILE", "Roster as CSV or workbook (.xlsx), one row for each school and program"}},
          {{"--edition", "ID", "Edition whose programs the roster names; smm-2026 without it"},
           {"--column", "FILE=ROSTER,...", "Names of columns in the file that differ"}},
          run_roster_check};
}

Command roster_export_command() {
  return {"roster export",
          "Write the schools of an installation as a roster",
          "smm roster export --out schools.csv --data /var/lib/smm",
          {},
          with_installation_options({{"--out", "FILE", "Where to write the roster", true}}),
          run_roster_export};
}

Command roster_import_command() {
  return {"roster import",
          "Take the schools of a roster in, or bring them up to date",
          "smm roster import schools.csv --data /var/lib/smm",
          {{"FILE", "Roster as CSV or workbook (.xlsx), one row for each school and program"}},
          with_installation_options(
              {{"--edition", "ID", "Edition whose programs the roster names; smm-2026 without it"},
               {"--column", "FILE=ROSTER,...",
                "Names of columns in the file that differ; nothing behind the = leaves one out"},
               {"--dry-run", "", "Check the roster and say what would change"}}),
          run_roster_import};
}

}  // namespace smm::cli
