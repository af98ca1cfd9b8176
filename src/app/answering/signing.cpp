// SPDX-License-Identifier: Apache-2.0
#include "app/answering/signing.hpp"

#include "app/answering/problems.hpp"
#include "assessment/folded_case.hpp"
#include "base/assert.hpp"
#include "crypto/framing.hpp"
#include "crypto/system_random.hpp"

namespace smm::app {
namespace {

using assessment::Affirmation;
using assessment::StatementFacts;

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string statement_words(const render::Texts& texts, std::string_view key, const StatementFacts& facts) {
  return texts(key, {{"person", facts.person},
                     {"school", facts.school},
                     {"office", facts.office},
                     {"edition", facts.edition},
                     {"programmes", listed(facts.programmes)},
                     {"asked", std::to_string(facts.asked)},
                     {"said", std::to_string(facts.said)},
                     {"open", std::to_string(facts.unanswered.size())},
                     {"declined", std::to_string(facts.declined.size())}});
}

// Letters without regard to case, words parted by one space.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char letter : assessment::folded_case(name)) {
    const bool white = letter == ' ' || letter == '\t';
    if (white && (plain.empty() || plain.back() == ' ')) continue;
    plain += white ? ' ' : letter;
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

// The texts have to outlive the row.
Row signature_row(const SheetKey& sheet, const Signature& signature, const std::string& moment) {
  return {"signature", sheet.round.text(), signature.office, moment};
}

}  // namespace

std::string affirmation_words(const render::Texts& texts, const StatementFacts& facts) {
  return statement_words(texts, "signing.affirmation", facts);
}

std::string attestation_words(const render::Texts& texts, const StatementFacts& facts) {
  return statement_words(texts, "signing.attestation", facts);
}

std::string seen_packet(const assessment::SheetPlan& plan, const assessment::PacketPlan& packet,
                        std::span<const assessment::SheetAnswer> answers,
                        const assessment::PersonId& person) {
  return assessment::packet_digest(plan, packet, answers, "seen by " + person.text());
}

std::string seen_sheet(const assessment::SheetPlan& plan, std::span<const assessment::SheetAnswer> answers,
                       const assessment::PersonId& person) {
  return assessment::sheet_digest(plan, answers, "seen by " + person.text());
}

std::optional<base::Problem> refusal_of_name(std::string_view typed, std::string_view name) {
  if (plain_name(typed) == plain_name(name)) return std::nullopt;
  return base::Problem(answering_problem::name_differs, "Write your name as it stands in your account",
                       {"full-name", 0, 0});
}

std::string new_salt() {
  std::string salt(assessment::digest_salt_bytes, '\0');
  crypto::SystemRandom().fill({reinterpret_cast<unsigned char*>(salt.data()), salt.size()});
  return salt;
}

std::string seal_signed(const Seals& seals, const SheetKey& sheet, const Signature& signature,
                        const SignedSecrets& secrets) {
  const std::string moment = std::to_string(signature.at.microseconds);
  return seals.seal(signature_row(sheet, signature, moment),
                    crypto::framed({secrets.salt, secrets.scores, secrets.versions}));
}

SignedSecrets open_signed(const Seals& seals, const SheetKey& sheet, const Signature& signature) {
  const std::string moment = std::to_string(signature.at.microseconds);
  const auto fields = crypto::unframed(seals.open(signature_row(sheet, signature, moment), signature.sealed));
  SMM_ASSERT(fields && fields->size() == 3);
  return {(*fields)[0], (*fields)[1], (*fields)[2]};
}

Signature affirmation_signature(const Seals& seals, const OpenSheet& sheet, const Affirmation& affirmation,
                                std::string statement) {
  Signature signature{affirmation.office,   affirmation.by,     affirmation.at,
                      std::move(statement), affirmation.digest, ""};
  signature.sealed = seal_signed(seals, sheet.key(), signature, {affirmation.salt});
  return signature;
}

std::vector<Affirmation> kept_affirmations(Records& records, const Seals& seals, const SheetKey& sheet) {
  std::vector<Affirmation> all;
  for (const Signature& kept : records.sheets.signatures(sheet)) {
    if (kept.office.empty()) continue;
    all.push_back({kept.office, kept.by, kept.at, open_signed(seals, sheet, kept).salt, kept.digest});
  }
  return all;
}

}  // namespace smm::app
