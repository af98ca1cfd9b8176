// SPDX-License-Identifier: Apache-2.0
#include "app/answering/sheet_open.hpp"

#include "app/answering/read_sheet.hpp"
#include "base/assert.hpp"

namespace smm::app {
namespace {

using Places = std::vector<bool> (*)(const assessment::SheetPlan&, const assessment::Onlooker&,
                                     const assessment::DividedWork&);

std::vector<bool> places_for(Records& records, const OpenSheet& sheet, const assessment::Onlooker& onlooker,
                             Places places) {
  const auto part = records.rounds.participation(sheet.key(), false);
  SMM_ASSERT(part);
  const auto packets = all_packets(records, sheet);
  const auto assignments = records.rounds.assignments(sheet.key());
  return places(*sheet.plan, onlooker, {*part, packets, assignments});
}

}  // namespace

std::optional<base::Problem> refusal_now(Records& records, const OpenSheet& sheet, base::Instant now) {
  const auto part = records.rounds.participation(sheet.key(), true);
  const auto round = records.rounds.by_id(sheet.round.id);
  SMM_ASSERT(part && round);
  if (auto refused = assessment::refusal_to_answer(*round, part->state, now)) return refused;
  return assessment::refusal_to_write(*part);
}

std::vector<bool> seen_by(Records& records, const Hand& hand) {
  return places_for(records, hand.sheet, {hand.actor.person.id, hand.standing}, assessment::visible_places);
}

std::vector<bool> written_by(Records& records, const Hand& hand) {
  return places_for(records, hand.sheet, {hand.actor.person.id, hand.standing}, assessment::writable_places);
}

std::vector<bool> seen_by_member(Records& records, const OpenSheet& sheet,
                                 const assessment::PersonId& person) {
  assessment::Standing standing;
  standing.school_roles = records.rounds.roles(person, sheet.key());
  standing.solo = sheet.participation.solo;
  return places_for(records, sheet, {person, standing}, assessment::visible_places);
}

}  // namespace smm::app
