// SPDX-License-Identifier: Apache-2.0
// A roster: the schools that a program office works with, as a CSV with one row for each school and program.
// docs/reference/files.md lists the columns. Rows of one school agree in everything but the program.
//
// Read whole or not at all: every bad row is named, and then nothing is taken.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/school.hpp"
#include "base/result.hpp"
#include "base/table.hpp"
#include "instrument/edition.hpp"

namespace smm::app {

// A school as a roster describes it: all of assessment::School but its id.
struct RosterSchool {
  std::string code;
  std::string name;
  std::string profession;
  std::vector<std::string> programmes;  // sorted
  assessment::FrameVariables frame;
  assessment::Contacts contacts;
  int line = 0;              // of its first row
  std::uint32_t absent = 0;  // optional columns that its file does not have, as bits: what is known stays
};

// By code. Problems: roster_column, roster_code, roster_programme, roster_professions, roster_repeated,
// roster_differs, roster_cell, email_not_valid.
// `cells` tells for each column of the table which cell of a row it is in the file, from 1, where some were
// left out; empty: none was. Problems of one cell have it as their place's column.
base::Result<std::vector<RosterSchool>> read_roster(const base::Table& table,
                                                    const instrument::Edition& edition,
                                                    const std::vector<int>& cells = {});

// The row with what is known of its school where the file says nothing at all.
RosterSchool completed(RosterSchool row, const assessment::School& known);

// A field by the name of its column; of the programs all, parted by spaces.
struct RosterField {
  std::string_view column;
  std::string value;
};
std::vector<RosterField> fields_of(const RosterSchool& school);

// Contacts as typed into a form, by the same rules. Problems: roster_cell, email_not_valid; their place's
// source is the name of the column.
base::Result<assessment::Contacts> checked_contacts(const assessment::Contacts& typed);

// What a list of candidates says of a row, for the person who reads it. Taking a roster in reads over it.
struct RosterRemark {
  std::string basis;
  std::string note;
};
using RosterRemarks = std::map<std::pair<std::string, std::string>, RosterRemark>;  // by code and program

// The names of all columns, in the order in which they are written; the last two are `basis` and `note`.
std::vector<std::string_view> roster_columns();

// A roster as CSV: every column, one row for each school and program. The columns `basis` and `note` are
// there when there are remarks.
std::string roster_csv(const std::vector<RosterSchool>& schools, const RosterRemarks& remarks = {});

}  // namespace smm::app
