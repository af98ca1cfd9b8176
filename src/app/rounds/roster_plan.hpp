// SPDX-License-Identifier: Apache-2.0
// What taking a roster in would do, school by school, before anything is done.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/installation.hpp"
#include "app/rounds/roster.hpp"

namespace smm::app {

struct FieldChange {
  std::string_view column;  // of a roster
  std::string before;
  std::string after;
};

struct SchoolChange {
  std::string code;
  std::string name;  // as it would be
  std::vector<FieldChange> fields;
};

struct RosterPlan {
  std::vector<RosterSchool> added;    // by code
  std::vector<SchoolChange> changed;  // by code
  std::size_t unchanged = 0;
  std::string standing;  // names the roster that this was compared with: another one has another
};

// Pure: `known` are the schools that are there, by code; `wanted` those of a file, by code.
RosterPlan plan_roster(const std::vector<assessment::School>& known, const std::vector<RosterSchool>& wanted);

// The same of the installation's schools.
RosterPlan roster_plan(Installation& installation, const std::vector<RosterSchool>& wanted);

// Points into the schools.
using SchoolsByCode = std::map<std::string_view, const assessment::School*>;
SchoolsByCode schools_by_code(const std::vector<assessment::School>& schools);

// A school as a roster describes it.
RosterSchool roster_school(const assessment::School& school);

// The name of a roster: a hash over all of it.
std::string roster_standing(const std::vector<assessment::School>& schools);

}  // namespace smm::app
