// SPDX-License-Identifier: Apache-2.0
// What a signature is made of: the statement in words, the digest of the answers with a salt of its own that
// is kept sealed, and a check that the signer signs what they read, by their own name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/installation/installation.hpp"
#include "app/installation/open_sheet.hpp"
#include "assessment/affirmation.hpp"
#include "render/texts.hpp"

namespace smm::app {

// What is typed under a statement, and what was read above it.
struct SigningForm {
  std::string full_name;  // has to be the account's, but for case and spaces
  std::string seen;       // seen_packet or seen_sheet of the page that was read
};

// The statements in words; an attestation has no office.
std::string affirmation_words(const render::Texts& texts, const assessment::StatementFacts& facts);
std::string attestation_words(const render::Texts& texts, const assessment::StatementFacts& facts);

// Marks of the answers that a page showed to somebody; another one as soon as any answer changed. Nobody
// else's mark.
std::string seen_packet(const assessment::SheetPlan& plan, const assessment::PacketPlan& packet,
                        std::span<const assessment::SheetAnswer> answers, const assessment::PersonId& person);
std::string seen_sheet(const assessment::SheetPlan& plan, std::span<const assessment::SheetAnswer> answers,
                       const assessment::PersonId& person);

// Problem: name_differs, about the field full-name.
std::optional<base::Problem> refusal_of_name(std::string_view typed, std::string_view name);

// Random bytes, assessment::digest_salt_bytes of them.
std::string new_salt();

// What hides in Signature::sealed. An attestation has all of it, an affirmation the salt alone.
struct SignedSecrets {
  std::string salt;
  std::string scores = {};    // a score file of every level (docs/reference/files.md)
  std::string versions = {};  // programme,item_id,version of each answer, as CSV
};
std::string seal_signed(const Seals& seals, const SheetKey& sheet, const Signature& signature,
                        const SignedSecrets& secrets);
SignedSecrets open_signed(const Seals& seals, const SheetKey& sheet, const Signature& signature);

// A packet's affirmation as it is kept.
Signature affirmation_signature(const Seals& seals, const OpenSheet& sheet,
                                const assessment::Affirmation& affirmation, std::string statement);

// All affirmations of the sheet, oldest first.
std::vector<assessment::Affirmation> kept_affirmations(Records& records, const Seals& seals,
                                                       const SheetKey& sheet);

}  // namespace smm::app
