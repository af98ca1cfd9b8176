// SPDX-License-Identifier: Apache-2.0
#include "badge/read_credential.hpp"

#include "badge/credential_words.hpp"
#include "badge/json_parts.hpp"
#include "badge/problems.hpp"

namespace smm::badge {
namespace {

using base::Document;
using base::Problems;

Issuer read_issuer(const Document& document, Problems& problems) {
  ShapeReader fields(document, problems);
  fields.words("type", {words::profile});
  Issuer issuer{fields.text("id"), fields.text("name"), fields.text("url")};
  fields.finish();
  return issuer;
}

void read_criteria(const Document& document, Achievement& achievement, Problems& problems) {
  ShapeReader fields(document, problems);
  achievement.criteria = fields.text("id");
  achievement.narrative = fields.text("narrative");
  fields.finish();
}

void read_image(const Document& document, Achievement& achievement, Problems& problems) {
  ShapeReader fields(document, problems);
  fields.word("type", words::image);
  achievement.image = fields.text("id");
  fields.finish();
}

Achievement read_achievement(const Document& document, Problems& problems) {
  ShapeReader fields(document, problems);
  fields.words("type", {words::achievement});
  fields.word("achievementType", words::achievement_type);
  Achievement achievement;
  achievement.id = fields.text("id");
  achievement.name = fields.text("name");
  achievement.description = fields.text("description");
  achievement.edition = fields.text("version");
  read_criteria(fields.child("criteria"), achievement, problems);
  read_image(fields.child("image"), achievement, problems);
  fields.finish();
  return achievement;
}

std::string read_identity(const Document& document, Problems& problems) {
  ShapeReader fields(document, problems);
  fields.word("type", words::identity);
  fields.no("hashed");
  fields.word("identityType", words::identity_type);
  std::string name = fields.text("identityHash");
  fields.finish();
  return name;
}

void read_subject(const Document& document, Credential& credential, Problems& problems) {
  ShapeReader fields(document, problems);
  fields.words("type", {words::subject});
  credential.subject = fields.text("id");
  credential.achievement = read_achievement(fields.child("achievement"), problems);
  const Document* names = document.find("identifier");
  if (names != nullptr && names->list() != nullptr && names->list()->size() == 1) {
    credential.school = read_identity(names->list()->front(), problems);
  } else {
    problems.emplace_back(problem::badge_shape, "\"identifier\" is not a list of one", document.place);
  }
  fields.known("identifier");
  fields.finish();
}

StatusEntry read_status(const Document& document, Problems& problems) {
  ShapeReader fields(document, problems);
  fields.word("type", words::status_entry);
  fields.word("statusPurpose", words::revocation);
  StatusEntry status;
  status.list = fields.text("statusListCredential");
  const auto index = base::parse_integer(fields.text("statusListIndex"));
  status.index = index && *index >= 0 && *index <= UINT32_MAX ? static_cast<std::uint32_t>(*index) : 0;
  fields.word("statusListIndex", std::to_string(status.index));
  fields.word("id", status.id());
  fields.finish();
  return status;
}

}  // namespace

base::Result<SignedCredential> read_credential(const Document& document) {
  Problems problems;
  ShapeReader fields(document, problems);
  fields.words("@context", {words::credentials_context, words::badges_context});
  fields.words("type", {words::verifiable_credential, words::badge_credential});
  SignedCredential badge;
  Credential& credential = badge.credential;
  credential.id = fields.text("id");
  credential.name = fields.text("name");
  credential.issuer = read_issuer(fields.child("issuer"), problems);
  credential.valid_from = fields.time("validFrom");
  credential.valid_until = fields.time("validUntil");
  read_subject(fields.child("credentialSubject"), credential, problems);
  credential.status = read_status(fields.child("credentialStatus"), problems);
  badge.proof = read_proof(fields.child("proof"), problems);
  fields.finish();
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return badge;
}

}  // namespace smm::badge
