// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/roster_plan.hpp"

#include "app/installation/change.hpp"
#include "crypto/hash.hpp"

namespace smm::app {
namespace {

std::vector<FieldChange> differences(const RosterSchool& before, const RosterSchool& after) {
  const auto old_fields = fields_of(before), new_fields = fields_of(after);
  std::vector<FieldChange> changes;
  for (std::size_t i = 0; i < old_fields.size(); ++i)
    if (old_fields[i].value != new_fields[i].value)
      changes.push_back({old_fields[i].column, old_fields[i].value, new_fields[i].value});
  return changes;
}

}  // namespace

SchoolsByCode schools_by_code(const std::vector<assessment::School>& schools) {
  SchoolsByCode by_code;
  for (const assessment::School& school : schools) by_code.emplace(school.code, &school);
  return by_code;
}

RosterSchool roster_school(const assessment::School& school) {
  return {school.code, school.name, school.profession, school.programmes, school.frame, school.contacts};
}

std::string roster_standing(const std::vector<assessment::School>& schools) {
  std::vector<RosterSchool> rows;
  for (const assessment::School& school : schools) rows.push_back(roster_school(school));
  return crypto::sha256_hex(roster_csv(rows));
}

RosterPlan plan_roster(const std::vector<assessment::School>& known,
                       const std::vector<RosterSchool>& wanted) {
  const SchoolsByCode by_code = schools_by_code(known);
  RosterPlan plan;
  for (const RosterSchool& row : wanted) {
    const auto found = by_code.find(row.code);
    if (found == by_code.end()) {
      plan.added.push_back(row);
      continue;
    }
    auto fields = differences(roster_school(*found->second), completed(row, *found->second));
    if (fields.empty()) ++plan.unchanged;
    if (!fields.empty()) plan.changed.push_back({row.code, row.name, std::move(fields)});
  }
  plan.standing = roster_standing(known);
  return plan;
}

RosterPlan roster_plan(Installation& installation, const std::vector<RosterSchool>& wanted) {
  RosterPlan plan;
  installation.database.read([&](Records& records) { plan = plan_roster(records.schools.all(), wanted); });
  return plan;
}

}  // namespace smm::app
