// SPDX-License-Identifier: Apache-2.0
// The settings of several programme offices that one server serves, from the TOML file that --offices names
// (docs/howto/several-offices.md): what they have in common, then a table for each.
//
//   offices_folder = "/var/lib/smm"
//   database = "postgresql://smm@db/smm"        # one schema an office: office_NAME
//
//   [offices.rivers]
//   public_url = "https://rivers.example.org"
//   mail_from = "metrics@rivers.example.org"
//
// What two offices may not share is refused: a database, a key, a name under which they are reached, a
// sender, a folder of mails. An office that names no database has a folder of its own in offices_folder, or a
// schema of the database that all have in common; its key is NAME.key in offices_folder.
#pragma once

#include "app/installation/offices.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"

namespace smm::cli {

// Problems: those of reading the file, unknown_field, bad_setting.
base::Result<app::OfficesSettings> read_offices(const Given& given, const Surroundings& around);

// Of the one that --office names; also no_such_office.
base::Result<app::ServiceSettings> settings_of_office(const Given& given, const Surroundings& around);

// Where it is, in `offices`; no_such_office.
base::Result<app::OfficeSettings> office_named(const app::OfficesSettings& offices, const std::string& name);

}  // namespace smm::cli
