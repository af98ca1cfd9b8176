// SPDX-License-Identifier: Apache-2.0
// Affirming a packet and attesting the whole: what the person who signs is shown, and whether what was
// signed still stands.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "assessment/answer_digest.hpp"
#include "assessment/packet.hpp"
#include "assessment/routed_sheet.hpp"
#include "assessment/school.hpp"

namespace smm::assessment {

// Somebody's word for a packet's answers as they were.
struct Affirmation {
  std::string office;
  PersonId by;
  base::Instant at;
  std::string salt;    // of the digest; sealed at rest
  std::string digest;  // packet_digest
};

// What the printed statement is filled in with. The words are content (content/i18n).
struct StatementFacts {
  std::string person;                   // name
  std::string school;                   // name
  std::string office;                   // label; empty in an attestation
  std::string edition;                  // title
  std::vector<std::string> programmes;  // labels, in the edition's order
  std::size_t asked = 0;                // questions asked of this school
  std::size_t said = 0;                 // of these, with something said
  std::vector<AnswerPlace> unanswered;  // the others, in the order shown
  std::vector<AnswerPlace> declined;    // the school chooses not to say
  std::string digest;
  std::string short_digest;  // its first 12 characters in groups of four, for paper: "1a2b 3c4d 5e6f"
};

StatementFacts affirmation_facts(const SheetPlan& plan, const PacketPlan& packet, const RoutedSheet& sheet,
                                 const School& school, std::string_view person, std::string_view digest);
StatementFacts attestation_facts(const SheetPlan& plan, const RoutedSheet& sheet, const School& school,
                                 std::string_view person, std::string_view digest);

// Does the affirmation still speak of these answers?
bool stands(const SheetPlan& plan, const Affirmation& affirmation, std::span<const SheetAnswer> answers);

// What keeps the sheet from being attested: every packet must be affirmed, and its last affirmation must
// still stand. `affirmations` oldest first. Problems: packets_not_affirmed, affirmation_out_of_date, one for
// each office, in the edition's order; none: it can be attested.
base::Problems refusals_to_attest(const SheetPlan& plan, std::span<const Packet> packets,
                                  std::span<const Affirmation> affirmations,
                                  std::span<const SheetAnswer> answers);

}  // namespace smm::assessment
