// SPDX-License-Identifier: Apache-2.0
#include "assessment/visible_items.hpp"

#include <algorithm>

#include "assessment/problems.hpp"

namespace smm::assessment {
namespace {

bool affirms(const PersonId& person, std::string_view office, std::span<const Packet> packets) {
  return std::ranges::any_of(packets,
                             [&](const Packet& p) { return p.office == office && p.affirmer == person; });
}

bool is_handed(const PersonId& person, const instrument::Edition& edition, const instrument::Item& item,
               std::span<const Assignment> assignments) {
  return std::ranges::any_of(
      assignments, [&](const Assignment& a) { return a.person == person && covers(a, edition, item); });
}

bool is_own(const SheetPlan& plan, std::size_t answer, const PersonId& person, const DividedWork& work) {
  const instrument::Item& item = plan.edition->items[plan.answers[answer].item];
  return affirms(person, item.office, work.packets) ||
         is_handed(person, *plan.edition, item, work.assignments);
}

// Everything, what is their own, or nothing.
std::vector<bool> places(const SheetPlan& plan, const Onlooker& onlooker, const DividedWork& work, bool all,
                         bool own) {
  std::vector<bool> chosen(plan.answers.size(), all);
  if (all || !own) return chosen;
  for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = is_own(plan, i, onlooker.person, work);
  return chosen;
}

const Packet* packet_of_office(std::span<const Packet> packets, std::string_view office) {
  const auto found = std::ranges::find(packets, office, &Packet::office);
  return found == packets.end() ? nullptr : &*found;
}

}  // namespace

std::vector<bool> visible_places(const SheetPlan& plan, const Onlooker& onlooker, const DividedWork& work) {
  const bool own = allows(onlooker.standing, Right::read_own_answers);
  const bool all =
      allows(onlooker.standing, Right::read_all_answers) || (own && work.participation.authors_see_all);
  return places(plan, onlooker, work, all, own);
}

std::vector<bool> writable_places(const SheetPlan& plan, const Onlooker& onlooker, const DividedWork& work) {
  return places(plan, onlooker, work, allows(onlooker.standing, Right::write_all_answers),
                allows(onlooker.standing, Right::write_own_answers));
}

std::vector<std::string> visible_packets(const SheetPlan& plan, const std::vector<bool>& visible) {
  std::vector<std::string> offices;
  for (const PacketPlan& packet : plan.packets) {
    const std::vector<std::size_t> inside = places_of(packet);
    if (std::ranges::any_of(inside, [&](std::size_t i) { return visible[i]; }))
      offices.push_back(packet.office);
  }
  return offices;
}

std::optional<base::Problem> refusal_to_write(const SheetPlan& plan, const AnswerPlace& place,
                                              const Onlooker& onlooker, const DividedWork& work,
                                              const Round& round, base::Instant now) {
  const auto answer = plan.find(place);
  const bool all = allows(onlooker.standing, Right::write_all_answers);
  const bool own = allows(onlooker.standing, Right::write_own_answers);
  if (!answer || !(all || (own && is_own(plan, *answer, onlooker.person, work))))
    return base::Problem(problem::not_yours, "this question was not handed to you");
  if (auto refusal = refusal_to_answer(round, work.participation.state, now)) return refusal;
  if (auto refusal = refusal_to_write(work.participation)) return refusal;
  const Packet* packet =
      packet_of_office(work.packets, plan.edition->items[plan.answers[*answer].item].office);
  return packet == nullptr ? std::nullopt : refusal_to_write(*packet);
}

}  // namespace smm::assessment
