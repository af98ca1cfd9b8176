// SPDX-License-Identifier: Apache-2.0
// A roster as an office has it: a CSV file, also one that a spreadsheet program wrote in Windows letters, or
// the first sheet of a workbook (.xlsx). Columns may be named as the office names them, given a mapping.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/installation/installation.hpp"
#include "app/rounds/roster.hpp"

namespace smm::app {

// From the file's name of a column to the roster's; "" leaves the column out.
using ColumnNames = std::map<std::string, std::string>;

// What the file has, before anything is understood of it. Problems: those of exchange.
base::Result<base::Table> read_roster_table(std::string_view bytes, const std::string& source);

// The same table with the roster's names of columns. A name that is no column's maps to itself.
base::Table renamed(base::Table table, const ColumnNames& names);

// The names a file of these columns probably means: "Dean e-mail" is dean_email, "UNITID" institution_id.
// Those that mean nothing known are left out of the roster.
ColumnNames guessed_names(const std::vector<std::string>& columns);

// All schools of the installation, by code, as they would be imported.
std::vector<RosterSchool> roster_of(Installation& installation);

}  // namespace smm::app
