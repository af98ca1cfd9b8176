// SPDX-License-Identifier: Apache-2.0
// A roster: the schools that a program office works with, as a CSV with one row for each school and program.
// docs/reference/files.md lists the columns. Rows of one school agree in everything but the program.
//
// Read whole or not at all: every bad row is named, and then nothing is taken.
#pragma once

#include <string>
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
  int line = 0;  // of its first row
};

// By code. Problems: roster_column, roster_code, roster_programme, roster_professions, roster_repeated,
// roster_differs, roster_cell, email_not_valid.
base::Result<std::vector<RosterSchool>> read_roster(const base::Table& table,
                                                    const instrument::Edition& edition);

}  // namespace smm::app
