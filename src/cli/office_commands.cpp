// SPDX-License-Identifier: Apache-2.0
// Commands on the offices that share one server: which there are, and making the place of a new one.
#include <ostream>

#include "app/people/set_up.hpp"
#include "cli/command.hpp"
#include "cli/offices_settings.hpp"

namespace smm::cli {
namespace {

// Without making anything.
std::string state_of(const app::OfficeSettings& office, const Surroundings& around) {
  const app::DatabaseSettings& where = office.settings.database;
  if (!around.service.key_files().exists(where.key_file)) return "not there yet: smm office add";
  try {
    const auto database = around.service.maintenance().open(where, app::Hold::beside_others);
    return database ? "there" : database.problems().front().sentence;
  } catch (const base::EnvironmentError& error) {
    return error.what();
  }
}

int run_office_list(const Given& given, const Surroundings& around) {
  const auto offices = read_offices(given, around);
  if (!offices) return report_problems(offices.problems(), around.err);
  for (const app::OfficeSettings& office : offices->offices)
    around.out << office.name << '\t' << office.settings.public_url << '\t' << state_of(office, around)
               << '\n';
  return done;
}

int run_office_add(const Given& given, const Surroundings& around) {
  const auto offices = read_offices(given, around);
  if (!offices) return report_problems(offices.problems(), around.err);
  const auto office = office_named(*offices, given.text("NAME"));
  if (!office) return report_problems(office.problems(), around.err);
  const app::KeyFiles& keys = around.service.key_files();
  const std::string& key = office->settings.database.key_file;
  const bool had_key = keys.exists(key);
  if (!had_key) keys.make(key);
  const auto held = around.service.open(office->settings, app::Hold::beside_others);
  if (!held) return report_problems(held.problems(), around.err);
  around.out
      << "The office " << office->name << " has its database and its key, " << key
      << (had_key ? ", which was there.\n" : ".\n")
      << "If the key is lost, nothing that its schools say can be read again. Keep a copy of it on paper "
         "or elsewhere, never beside the backups.\n";
  const auto link = app::set_up_link((*held)->installation());
  if (!link) return report_problems(link.problems(), around.err);
  if (*link)
    around.out << "Nobody can sign in yet. Open this once, within a week, to set up the first account:\n  "
               << **link << '\n';
  around.out << "A server that runs serves it from its next start on.\n";
  return done;
}

const Option offices_option{"--offices", "FILE", "Settings of the offices as TOML", true};

}  // namespace

Command office_list_command() {
  return {"office list",
          "List the offices that share one server, and whether each is there",
          "smm office list --offices /etc/smm/offices.toml",
          {},
          {offices_option},
          run_office_list};
}

Command office_add_command() {
  return {"office add",
          "Make database and key of an office that the settings name, and its set-up link",
          "smm office add rivers --offices /etc/smm/offices.toml",
          {{"NAME", "Of its table [offices.NAME]"}},
          {offices_option},
          run_office_add};
}

}  // namespace smm::cli
