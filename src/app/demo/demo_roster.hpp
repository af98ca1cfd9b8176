// SPDX-License-Identifier: Apache-2.0
// The schools of the demo: real ones of the federal list of institutions
// (content/reference/demo-schools.csv), each with "(synthetic)" behind its name, since what is said of it is
// invented, and with invented people at addresses that lead nowhere (.example).
#pragma once

#include <vector>

#include "app/content.hpp"
#include "app/rounds/roster.hpp"

namespace smm::app {

struct DemoRoster {
  std::vector<RosterSchool> schools;  // by code
  RosterRemarks remarks;              // how it is known that a school has a program: reviewed or assumed
};

// `most`: of each profession, spread evenly; 0: all. Problems: those of reading a roster.
base::Result<DemoRoster> demo_roster(const Content& content, const instrument::Edition& edition,
                                     std::size_t most);

// Whom a school of the demo is led by, and who else works there: "dean", "coordinator", "author", "affirmer".
assessment::Contact demo_person(std::string_view part, std::string_view school);

}  // namespace smm::app
