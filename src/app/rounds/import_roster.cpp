// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/import_roster.hpp"

#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using ImportChange = base::Result<Change<RosterOutcome>>;

assessment::School school_of(const RosterSchool& row, assessment::SchoolId id) {
  return {std::move(id), row.code, row.name, row.profession, row.programmes, row.frame, row.contacts};
}

base::Result<bool> add_school(Installation& installation, Records& records, const RosterSchool& row) {
  const assessment::School added = school_of(row, assessment::SchoolId::make(installation.random));
  records.schools.add(added);
  const auto sealed = installation.keys.seals_or_new(records.schools, added.id.text());
  if (!sealed) return sealed.problems();
  return true;
}

base::Problem invented(const RosterSchool& row) {
  return {why::roster_code,
          "\"" + row.code + "\" is the code of a school that was invented for practice; take another",
          {"", row.line, 0}};
}

// Adds or changes one school, and counts it. What is not on the roster and has the code is of a practice
// round.
base::Result<bool> take_in(Installation& installation, Records& records, const RosterSchool& row,
                           const SchoolsByCode& roster, RosterOutcome& outcome) {
  const auto found = roster.find(row.code);
  if (found == roster.end()) {
    if (records.schools.by_code(row.code)) return invented(row);
    ++outcome.added;
    return add_school(installation, records, row);
  }
  const assessment::School& known = *found->second;
  const assessment::School now = school_of(completed(row, known), known.id);
  const bool same = now == known;
  ++(same ? outcome.unchanged : outcome.changed);
  if (!same) records.schools.change(now);
  return true;
}

AuditEntry told(const std::string& actor, const RosterOutcome& outcome) {
  return {"office", actor, "roster.import",
          std::to_string(outcome.added) + " added, " + std::to_string(outcome.changed) + " changed", ""};
}

ImportChange take_all(Installation& installation, Records& records, const std::vector<RosterSchool>& schools,
                      const std::vector<assessment::School>& roster, const std::string& actor) {
  const SchoolsByCode by_code = schools_by_code(roster);
  RosterOutcome outcome;
  for (const RosterSchool& row : schools) {
    const auto taken = take_in(installation, records, row, by_code, outcome);
    if (!taken) return taken.problems();
  }
  if (outcome.added + outcome.changed == 0) return Change<RosterOutcome>::nothing(outcome);
  return Change<RosterOutcome>(outcome, told(actor, outcome));
}

}  // namespace

base::Result<RosterOutcome> import_roster(Installation& installation,
                                          const std::vector<RosterSchool>& schools, const std::string& actor,
                                          bool dry_run) {
  if (dry_run) {
    const RosterPlan plan = roster_plan(installation, schools);
    return RosterOutcome{plan.added.size(), plan.changed.size(), plan.unchanged};
  }
  return change<RosterOutcome>(
      installation.database, installation.clock, [&](Records& records, base::Instant) {
        return take_all(installation, records, schools, records.schools.all(), actor);
      });
}

base::Result<RosterOutcome> import_as_planned(Installation& installation,
                                              const std::vector<RosterSchool>& schools,
                                              const std::string& standing, const std::string& actor) {
  return change<RosterOutcome>(
      installation.database, installation.clock, [&](Records& records, base::Instant) -> ImportChange {
        const auto roster = records.schools.all();
        if (roster_standing(roster) != standing)
          return base::Problem(why::roster_moved,
                               "The roster was changed in the meantime; look again at what would be done");
        return take_all(installation, records, schools, roster, actor);
      });
}

}  // namespace smm::app
