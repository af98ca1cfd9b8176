// SPDX-License-Identifier: Apache-2.0
#include "app/answering/read_sheet.hpp"

#include <algorithm>

#include "app/answering/answer_seals.hpp"

namespace smm::app {
namespace {

void remember(Records& records, PeopleById& people, const assessment::PersonId& id) {
  if (people.contains(id)) return;
  if (auto person = records.people.by_id(id)) people.emplace(id, std::move(*person));
}

PeopleById people_of(Records& records, const SheetReading& reading) {
  PeopleById people;
  for (const Membership& membership : reading.memberships) remember(records, people, membership.person);
  for (const auto& answer : reading.answers)
    if (answer.by) remember(records, people, *answer.by);
  return people;
}

assessment::Packet untouched(const SheetKey& sheet, const std::string& office) {
  using std::nullopt;
  return {sheet.round, sheet.school, office,  assessment::PacketState::in_work,
          nullopt,     nullopt,      nullopt, nullopt,
          nullopt,     nullopt,      1};
}

void place_answers(const assessment::SheetPlan& plan, SheetReading& reading) {
  reading.at.resize(plan.answers.size());
  for (const auto& answer : reading.answers)
    if (const auto place = plan.find(answer.place)) reading.at[*place] = answer;
}

// Written where it is one's own, as long as round, sheet and packet take answers.
void decide_sight(const Hand& hand, SheetReading& reading, base::Instant now) {
  const auto& plan = *hand.sheet.plan;
  const assessment::Onlooker onlooker{hand.actor.person.id, hand.standing};
  const assessment::DividedWork work{hand.sheet.participation, reading.packets, reading.assignments};
  reading.visible = assessment::visible_places(plan, onlooker, work);
  reading.writable = assessment::writable_places(plan, onlooker, work);
  const bool open = !assessment::refusal_to_answer(hand.sheet.round, hand.sheet.participation.state, now) &&
                    !assessment::refusal_to_write(hand.sheet.participation);
  for (std::size_t place = 0; place < plan.answers.size(); ++place) {
    const bool takes = open && !assessment::refusal_to_write(reading.packets[plan.packet_of[place]]);
    reading.writable[place] = reading.writable[place] && takes;
  }
}

}  // namespace

std::string SheetReading::name_of(const std::optional<assessment::PersonId>& person) const {
  const auto found = person ? people.find(*person) : people.end();
  return found == people.end() ? "" : found->second.name;
}

std::vector<assessment::SheetAnswer> opened_answers(Records& records, const Seals& seals,
                                                    const SheetKey& sheet) {
  std::vector<assessment::SheetAnswer> answers;
  for (const SealedAnswer& kept : records.sheets.answers(sheet))
    answers.push_back(open_answer(seals, sheet, kept));
  return answers;
}

std::vector<assessment::Packet> all_packets(Records& records, const OpenSheet& sheet) {
  const auto kept = records.rounds.packets(sheet.key());
  std::vector<assessment::Packet> all;
  for (const auto& planned : sheet.plan->packets) {
    const auto found = std::ranges::find(kept, planned.office, &assessment::Packet::office);
    if (found != kept.end()) {
      all.push_back(*found);
    } else {
      all.push_back(untouched(sheet.key(), planned.office));
    }
  }
  return all;
}

base::Result<SheetReading> read_sheet(Installation& installation, const Hand& hand, base::Instant now) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  SheetReading reading;
  const SheetKey key = hand.sheet.key();
  installation.database.read([&](Records& records) {
    reading = SheetReading();
    reading.answers = opened_answers(records, *seals, key);
    reading.packets = all_packets(records, hand.sheet);
    reading.assignments = records.rounds.assignments(key);
    reading.memberships = records.rounds.memberships(key);
    reading.people = people_of(records, reading);
    for (const SealedComment& comment : records.sheets.comments(key)) ++reading.comments[comment.place];
  });
  place_answers(*hand.sheet.plan, reading);
  reading.routed = assessment::route_sheet(*hand.sheet.plan, reading.answers);
  decide_sight(hand, reading, now);
  return reading;
}

}  // namespace smm::app
