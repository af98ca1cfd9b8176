// SPDX-License-Identifier: Apache-2.0
#include "assessment/affirmation.hpp"

#include <algorithm>

#include "assessment/problems.hpp"

namespace smm::assessment {
namespace {

using instrument::AnswerState;

std::string for_paper(std::string_view digest) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(digest.size(), 12); i += 4)
    text += (i == 0 ? "" : " ") + std::string(digest.substr(i, 4));
  return text;
}

StatementFacts facts_of(const SheetPlan& plan, const School& school, std::string_view person,
                        std::string_view digest) {
  StatementFacts facts;
  facts.person = person;
  facts.school = school.name;
  facts.edition = plan.edition->title;
  for (const PlannedProgramme& programme : plan.programmes)
    facts.programmes.push_back(plan.edition->programmes[programme.questionnaire.programme].label);
  facts.digest = digest;
  facts.short_digest = for_paper(digest);
  return facts;
}

void count_packet(StatementFacts& facts, const SheetPlan& plan, const PacketPlan& packet,
                  const RoutedSheet& sheet) {
  const PacketProgress progress = progress_of(packet, sheet);
  facts.asked += progress.asked;
  facts.said += progress.said;
  for (const std::size_t i : open_places(packet, sheet)) facts.unanswered.push_back(plan.answers[i].place);
  for (const std::size_t i : places_of(packet)) {
    if (sheet.answers[i].state == AnswerState::declined) facts.declined.push_back(plan.answers[i].place);
  }
}

const Affirmation* last_of(std::span<const Affirmation> affirmations, std::string_view office) {
  const Affirmation* last = nullptr;
  for (const Affirmation& affirmation : affirmations) {
    if (affirmation.office == office) last = &affirmation;
  }
  return last;
}

bool is_affirmed(std::span<const Packet> packets, std::string_view office) {
  const auto found = std::ranges::find(packets, office, &Packet::office);
  return found != packets.end() && found->state == PacketState::affirmed;
}

}  // namespace

StatementFacts affirmation_facts(const SheetPlan& plan, const PacketPlan& packet, const RoutedSheet& sheet,
                                 const School& school, std::string_view person, std::string_view digest) {
  StatementFacts facts = facts_of(plan, school, person, digest);
  facts.office = plan.edition->office(packet.office).label;
  count_packet(facts, plan, packet, sheet);
  return facts;
}

StatementFacts attestation_facts(const SheetPlan& plan, const RoutedSheet& sheet, const School& school,
                                 std::string_view person, std::string_view digest) {
  StatementFacts facts = facts_of(plan, school, person, digest);
  for (const PacketPlan& packet : plan.packets) count_packet(facts, plan, packet, sheet);
  return facts;
}

bool stands(const SheetPlan& plan, const Affirmation& affirmation, std::span<const SheetAnswer> answers) {
  const PacketPlan* packet = plan.packet(affirmation.office);
  return packet != nullptr && packet_digest(plan, *packet, answers, affirmation.salt) == affirmation.digest;
}

base::Problems refusals_to_attest(const SheetPlan& plan, std::span<const Packet> packets,
                                  std::span<const Affirmation> affirmations,
                                  std::span<const SheetAnswer> answers) {
  base::Problems problems;
  for (const PacketPlan& packet : plan.packets) {
    const Affirmation* last = last_of(affirmations, packet.office);
    const std::string& label = plan.edition->office(packet.office).label;
    if (last == nullptr || !is_affirmed(packets, packet.office)) {
      problems.emplace_back(problem::packets_not_affirmed,
                            "the packet \"" + label + "\" is not affirmed yet");
    } else if (!stands(plan, *last, answers)) {
      problems.emplace_back(problem::affirmation_out_of_date,
                            "answers of the packet \"" + label +
                                "\" changed after it was affirmed; it has to be affirmed again");
    }
  }
  return problems;
}

}  // namespace smm::assessment
