// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/import_roster.hpp"

namespace smm::app {
namespace {

assessment::School school_of(const RosterSchool& row, assessment::SchoolId id) {
  return {std::move(id), row.code, row.name, row.profession, row.programmes, row.frame, row.contacts};
}

// Adds or changes one school, and counts it.
base::Result<bool> take_in(Installation& installation, Records& records, const RosterSchool& row,
                           RosterOutcome& outcome) {
  const auto known = records.schools.by_code(row.code);
  if (known) {
    const assessment::School now = school_of(row, known->id);
    const bool same = now == *known;
    ++(same ? outcome.unchanged : outcome.changed);
    if (!same) records.schools.change(now);
    return true;
  }
  const assessment::School added = school_of(row, assessment::SchoolId::make(installation.random));
  records.schools.add(added);
  const auto sealed = installation.keys.seals_or_new(records.schools, added.id.text());
  if (!sealed) return sealed.problems();
  ++outcome.added;
  return true;
}

AuditEntry told(const std::string& actor, const RosterOutcome& outcome) {
  return {"office", actor, "roster.import",
          std::to_string(outcome.added) + " added, " + std::to_string(outcome.changed) + " changed", ""};
}

}  // namespace

base::Result<RosterOutcome> import_roster(Installation& installation,
                                          const std::vector<RosterSchool>& schools, const std::string& actor,
                                          bool dry_run) {
  RosterOutcome tried;
  if (dry_run) {
    installation.database.read([&](Records& records) {
      for (const RosterSchool& row : schools) {
        const auto known = records.schools.by_code(row.code);
        if (!known) ++tried.added;
        if (known) ++(school_of(row, known->id) == *known ? tried.unchanged : tried.changed);
      }
    });
    return tried;
  }
  return change<RosterOutcome>(installation.database, installation.clock,
                               [&](Records& records, base::Instant) -> base::Result<Change<RosterOutcome>> {
                                 RosterOutcome outcome;
                                 for (const RosterSchool& row : schools) {
                                   const auto taken = take_in(installation, records, row, outcome);
                                   if (!taken) return taken.problems();
                                 }
                                 if (outcome.added + outcome.changed == 0)
                                   return Change<RosterOutcome>::nothing(outcome);
                                 return Change<RosterOutcome>(outcome, told(actor, outcome));
                               });
}

}  // namespace smm::app
