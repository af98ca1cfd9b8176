// SPDX-License-Identifier: Apache-2.0
#include "app/badges/list_school.hpp"

#include <algorithm>

#include "app/badges/problems.hpp"
#include "app/installation/change.hpp"
#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

using assessment::ParticipationState;

bool has_submitted(Records& records, const SheetKey& sheet, bool locked) {
  const auto part = records.rounds.participation(sheet, locked);
  return part && part->state == ParticipationState::submitted;
}

bool is_practice(Records& records, const SheetKey& sheet) {
  const auto round = records.rounds.by_id(sheet.round);
  return round && round->practice;
}

void keep_listing(Records& records, const Listing& wanted, bool listed) {
  if (listed)
    records.badges.add(wanted);
  else
    records.badges.remove_listing(wanted.sheet);
}

std::vector<std::string> listed_names(Records& records, const assessment::RoundId& round) {
  std::vector<std::string> names;
  for (const Listing& listing : records.badges.listed(round)) {
    const auto school = records.schools.by_id(listing.sheet.school);
    if (school && has_submitted(records, listing.sheet, false)) names.push_back(school->name);
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

base::Result<bool> is_listed(Installation& installation, const SheetKey& sheet) {
  return look<bool>(installation.database, [&](Records& records) -> base::Result<bool> {
    return records.badges.listing(sheet).has_value();
  });
}

base::Result<bool> set_listed(Installation& installation, const Actor& actor, const SheetKey& sheet,
                              bool listed) {
  return change<bool>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
        if (listed && is_practice(records, sheet))
          return base::Problem(rounds_problem::practice_round,
                               "Nobody who was invented for practice is listed anywhere");
        if (listed && !has_submitted(records, sheet, true))
          return base::Problem(badges_problem::badge_not_submitted,
                               "Only a school whose sheet was submitted can be listed");
        if (records.badges.listing(sheet).has_value() == listed) return Change<bool>::nothing(listed);
        keep_listing(records, {sheet, now, actor.person.id}, listed);
        return Change<bool>(
            listed, AuditEntry{sheet.school.text(), actor.name_in_log(), "badge.listing",
                               records.rounds.by_id(sheet.round)->code, listed ? "listed" : "not listed"});
      });
}

base::Result<std::vector<ListedRound>> listed_schools(Installation& installation) {
  return look<std::vector<ListedRound>>(installation.database,
                                        [](Records& records) -> base::Result<std::vector<ListedRound>> {
                                          std::vector<ListedRound> rounds;
                                          for (const auto& round : records.rounds.all()) {
                                            if (round.practice) continue;
                                            auto names = listed_names(records, round.id);
                                            if (!names.empty())
                                              rounds.push_back({round.title, std::move(names), round.code});
                                          }
                                          return rounds;
                                        });
}

}  // namespace smm::app
