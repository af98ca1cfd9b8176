// SPDX-License-Identifier: Apache-2.0
#include "assessment/answer_digest.hpp"

#include <map>

#include "crypto/framing.hpp"
#include "crypto/hash.hpp"

namespace smm::assessment {
namespace {

// Names what is hashed and how, so that no other use of SHA-256 here gives the same digest.
constexpr std::string_view packet_form = "smm packet answers 1";
constexpr std::string_view sheet_form = "smm sheet answers 1";

std::string framed_answer(const AnswerPlace& place, const SheetAnswer* answer) {
  const GivenAnswer given = answer == nullptr ? GivenAnswer{} : answer->given;
  const std::string version = std::to_string(answer == nullptr ? 0 : answer->version);
  return crypto::framed(
      {place.programme, place.item, to_string(given.state), version, given.value, given.reason});
}

}  // namespace

std::string packet_digest(const SheetPlan& plan, const PacketPlan& packet,
                          std::span<const SheetAnswer> answers, std::string_view salt) {
  std::map<AnswerPlace, const SheetAnswer*> by_place;
  for (const std::size_t i : places_of(packet)) by_place.emplace(plan.answers[i].place, nullptr);
  for (const SheetAnswer& answer : answers) {
    const auto found = by_place.find(answer.place);
    if (found != by_place.end()) found->second = &answer;
  }
  std::string places;
  for (const auto& [place, answer] : by_place) places += crypto::framed({framed_answer(place, answer)});
  return crypto::sha256_hex(crypto::framed({packet_form, salt, plan.edition->hash, packet.office, places}));
}

std::string sheet_digest(const SheetPlan& plan, std::span<const SheetAnswer> answers, std::string_view salt) {
  std::string packets;
  for (const PacketPlan& packet : plan.packets)
    packets += crypto::framed({packet.office, packet_digest(plan, packet, answers, salt)});
  return crypto::sha256_hex(crypto::framed({sheet_form, salt, plan.edition->hash, packets}));
}

}  // namespace smm::assessment
