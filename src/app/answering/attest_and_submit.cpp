// SPDX-License-Identifier: Apache-2.0
#include "app/answering/attest_and_submit.hpp"

#include "app/answering/problems.hpp"
#include "app/answering/read_sheet.hpp"
#include "app/answering/school_scores.hpp"
#include "app/answering/sheet_open.hpp"
#include "app/installation/change.hpp"
#include "base/assert.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

using assessment::Participation;
using assessment::SheetAnswer;

// One attestation, as everything stands under the lock.
struct Attesting {
  Records& records;
  const Hand& hand;
  const Pages& pages;
  const Seals& seals;
  const std::string& salt;
  base::Instant now;
  std::vector<SheetAnswer> answers;
  assessment::RoutedSheet routed;
};

// Solo mode: whoever attests also affirms what nobody has affirmed yet.
base::Problems affirm_alone(const Attesting& attesting) {
  const OpenSheet& sheet = attesting.hand.sheet;
  const auto& person = attesting.hand.actor.person;
  for (const assessment::Packet& packet : all_packets(attesting.records, sheet)) {
    if (packet.state == assessment::PacketState::affirmed) continue;
    const auto next = assessment::affirmed_alone(packet, person.id, attesting.now);
    if (!next) return next.problems();
    attesting.records.rounds.keep(*next);
    const auto& plan = *sheet.plan->packet(packet.office);
    const std::string digest =
        assessment::packet_digest(*sheet.plan, plan, attesting.answers, attesting.salt);
    const auto facts =
        assessment::affirmation_facts(*sheet.plan, plan, attesting.routed, sheet.school, person.name, digest);
    attesting.records.sheets.add(
        sheet.key(), affirmation_signature(attesting.seals, sheet,
                                           {packet.office, person.id, attesting.now, attesting.salt, digest},
                                           affirmation_words(attesting.pages.texts, facts)));
  }
  return {};
}

std::string versions_of(const std::vector<SheetAnswer>& answers) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"programme", "item_id", "version"});
  for (const SheetAnswer& answer : answers)
    csv.row({answer.place.programme, answer.place.item, std::to_string(answer.version)});
  return text;
}

void sign(const Attesting& attesting) {
  const OpenSheet& sheet = attesting.hand.sheet;
  const auto& person = attesting.hand.actor.person;
  const std::string digest = assessment::sheet_digest(*sheet.plan, attesting.answers, attesting.salt);
  const auto facts =
      assessment::attestation_facts(*sheet.plan, attesting.routed, sheet.school, person.name, digest);
  Signature signature{"",     person.id, attesting.now, attestation_words(attesting.pages.texts, facts),
                      digest, ""};
  signature.sealed = seal_signed(attesting.seals, sheet.key(), signature,
                                 {attesting.salt, score_file(sheet, school_scores(sheet, attesting.routed)),
                                  versions_of(attesting.answers)});
  attesting.records.sheets.add(sheet.key(), signature);
}

base::Result<Participation> attest(const Attesting& attesting, const SigningForm& form) {
  const Hand& hand = attesting.hand;
  if (auto refused = refusal_of_name(form.full_name, hand.actor.person.name)) return *refused;
  if (seen_sheet(*hand.sheet.plan, attesting.answers, hand.actor.person.id) != form.seen)
    return base::Problem(answering_problem::answers_changed,
                         "Answers changed since you opened this page; please look at them again");
  auto part = attesting.records.rounds.participation(hand.sheet.key(), true);
  SMM_ASSERT(part);
  if (part->solo) {
    if (auto refused = affirm_alone(attesting); !refused.empty()) return refused;
  }
  if (auto refused =
          refusals_to_attest_now(attesting.records, attesting.seals, hand.sheet, attesting.answers);
      !refused.empty())
    return refused;
  auto next = assessment::submitted(*part, attesting.now);
  if (!next) return next;
  attesting.records.rounds.change(*next);
  sign(attesting);
  return next;
}

}  // namespace

base::Problems refusals_to_attest_now(Records& records, const Seals& seals, const OpenSheet& sheet,
                                      std::span<const SheetAnswer> answers) {
  return assessment::refusals_to_attest(*sheet.plan, all_packets(records, sheet),
                                        kept_affirmations(records, seals, sheet.key()), answers);
}

base::Result<Participation> attest_and_submit(Installation& installation, const Pages& pages,
                                              const Hand& hand, const SigningForm& form) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const std::string salt = new_salt();
  return change<Participation>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Participation>> {
        if (auto refused = refusal_now(records, hand.sheet, now)) return *refused;
        Attesting attesting{records, hand, pages, *seals, salt, now, {}, {}};
        attesting.answers = opened_answers(records, *seals, hand.sheet.key());
        attesting.routed = assessment::route_sheet(*hand.sheet.plan, attesting.answers);
        auto next = attest(attesting, form);
        if (!next) return std::move(next).problems();
        return Change<Participation>(
            *next, told_by(hand, "sheet.submit", "", "attestation " + std::to_string(next->attestations)));
      });
}

}  // namespace smm::app
