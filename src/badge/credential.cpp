// SPDX-License-Identifier: Apache-2.0
#include "badge/credential.hpp"

#include "badge/credential_words.hpp"
#include "badge/json_parts.hpp"
#include "badge/quads.hpp"
#include "badge/utc_text.hpp"
#include "badge/vocabulary.hpp"

namespace smm::badge {
namespace {

void add_issuer(Quads& quads, const Issuer& issuer) {
  quads.link(issuer.id, iri::type, iri::ob_profile)
      .text(issuer.id, iri::schema_name, issuer.name)
      .typed(issuer.id, iri::schema_url, issuer.url, iri::ob_any_uri);
}

void add_achievement(Quads& quads, const Achievement& achievement) {
  quads.link(achievement.id, iri::type, iri::ob_achievement)
      .text(achievement.id, iri::schema_name, achievement.name)
      .text(achievement.id, iri::schema_description, achievement.description)
      .text(achievement.id, iri::ob_achievement_type, words::achievement_type)
      .text(achievement.id, iri::ob_version, achievement.edition)
      .link(achievement.id, iri::ob_criteria, achievement.criteria)
      .text(achievement.criteria, iri::ob_narrative, achievement.narrative)
      .link(achievement.id, iri::ob_has_image, achievement.image)
      .link(achievement.image, iri::type, iri::ob_image);
}

void add_subject(Quads& quads, const Credential& credential) {
  quads.link(credential.subject, iri::type, iri::ob_subject)
      .link(credential.subject, iri::ob_has_achievement, credential.achievement.id)
      .link(credential.subject, iri::ob_identifier, Quads::blank)
      .link(Quads::blank, iri::type, iri::ob_identity)
      .typed(Quads::blank, iri::ob_hashed, "false", iri::ob_boolean)
      .text(Quads::blank, iri::ob_identity_hash, credential.school)
      .text(Quads::blank, iri::ob_identity_type, words::identity_type);
}

void add_status(Quads& quads, const StatusEntry& status) {
  quads.link(status.id(), iri::type, iri::status_entry)
      .text(status.id(), iri::status_purpose, words::revocation)
      .text(status.id(), iri::status_index, std::to_string(status.index))
      .link(status.id(), iri::status_credential, status.list);
}

// ---- JSON

void write_issuer(exchange::JsonWriter& json, const Issuer& issuer) {
  json.key("issuer").begin_object().key("id").text(issuer.id);
  write_types(json, {words::profile});
  json.key("name").text(issuer.name).key("url").text(issuer.url).end_object();
}

void write_achievement(exchange::JsonWriter& json, const Achievement& achievement) {
  json.key("achievement").begin_object().key("id").text(achievement.id);
  write_types(json, {words::achievement});
  json.key("name").text(achievement.name).key("description").text(achievement.description);
  json.key("achievementType").text(words::achievement_type).key("version").text(achievement.edition);
  json.key("criteria").begin_object().key("id").text(achievement.criteria);
  json.key("narrative").text(achievement.narrative).end_object();
  json.key("image").begin_object().key("id").text(achievement.image);
  json.key("type").text(words::image).end_object().end_object();
}

void write_subject(exchange::JsonWriter& json, const Credential& credential) {
  json.key("credentialSubject").begin_object().key("id").text(credential.subject);
  write_types(json, {words::subject});
  json.key("identifier").begin_array().begin_object().key("type").text(words::identity);
  json.key("hashed").flag(false).key("identityHash").text(credential.school);
  json.key("identityType").text(words::identity_type).end_object().end_array();
  write_achievement(json, credential.achievement);
  json.end_object();
}

void write_status(exchange::JsonWriter& json, const StatusEntry& status) {
  json.key("credentialStatus").begin_object().key("id").text(status.id());
  json.key("type").text(words::status_entry).key("statusPurpose").text(words::revocation);
  json.key("statusListIndex").text(std::to_string(status.index));
  json.key("statusListCredential").text(status.list).end_object();
}

}  // namespace

std::string canonical(const Credential& credential) {
  Quads quads;
  quads.link(credential.id, iri::type, iri::verifiable_credential)
      .link(credential.id, iri::type, iri::ob_credential)
      .text(credential.id, iri::schema_name, credential.name)
      .link(credential.id, iri::issuer, credential.issuer.id)
      .typed(credential.id, iri::valid_from, utc_text(credential.valid_from), iri::date_time)
      .typed(credential.id, iri::valid_until, utc_text(credential.valid_until), iri::date_time)
      .link(credential.id, iri::credential_subject, credential.subject)
      .link(credential.id, iri::credential_status, credential.status.id());
  add_issuer(quads, credential.issuer);
  add_subject(quads, credential);
  add_achievement(quads, credential.achievement);
  add_status(quads, credential.status);
  return quads.canonical();
}

SignedCredential signed_credential(Credential credential, Proof proof, const crypto::SigningKey& key) {
  Proof made = signed_proof(std::move(proof), canonical(credential), key);
  return {std::move(credential), std::move(made)};
}

std::string credential_json(const SignedCredential& badge) {
  const Credential& credential = badge.credential;
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object();
  write_contexts(json, {words::credentials_context, words::badges_context});
  json.key("id").text(credential.id);
  write_types(json, {words::verifiable_credential, words::badge_credential});
  json.key("name").text(credential.name);
  write_issuer(json, credential.issuer);
  json.key("validFrom").text(utc_text(credential.valid_from));
  json.key("validUntil").text(utc_text(credential.valid_until));
  write_subject(json, credential);
  write_status(json, credential.status);
  write_proof(json, badge.proof);
  json.end_object();
  json.finish();
  return text;
}

}  // namespace smm::badge
