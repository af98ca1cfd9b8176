// SPDX-License-Identifier: Apache-2.0
#include "badge/status_credential.hpp"

#include "badge/credential_words.hpp"
#include "badge/json_parts.hpp"
#include "badge/quads.hpp"
#include "badge/utc_text.hpp"
#include "badge/vocabulary.hpp"

namespace smm::badge {
namespace {

std::string list_name(const StatusCredential& credential) {
  return credential.id + "#list";
}

}  // namespace

std::string canonical(const StatusCredential& credential) {
  const std::string list = list_name(credential);
  return Quads()
      .link(credential.id, iri::type, iri::verifiable_credential)
      .link(credential.id, iri::type, iri::status_list_credential)
      .link(credential.id, iri::issuer, credential.issuer)
      .typed(credential.id, iri::valid_from, utc_text(credential.valid_from), iri::date_time)
      .typed(credential.id, iri::valid_until, utc_text(credential.valid_until), iri::date_time)
      .link(credential.id, iri::credential_subject, list)
      .link(list, iri::type, iri::status_list)
      .text(list, iri::status_purpose, words::revocation)
      .typed(list, iri::encoded_list, credential.encoded_list, iri::multibase)
      .canonical();
}

StatusCredential signed_status(StatusCredential credential, Proof proof, const crypto::SigningKey& key) {
  credential.proof = signed_proof(std::move(proof), canonical(credential), key);
  return credential;
}

std::string status_json(const StatusCredential& credential) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object();
  write_contexts(json, {words::credentials_context});
  json.key("id").text(credential.id);
  write_types(json, {words::verifiable_credential, words::status_list_credential});
  json.key("issuer").text(credential.issuer);
  json.key("validFrom").text(utc_text(credential.valid_from));
  json.key("validUntil").text(utc_text(credential.valid_until));
  json.key("credentialSubject").begin_object().key("id").text(list_name(credential));
  json.key("type").text(words::status_list).key("statusPurpose").text(words::revocation);
  json.key("encodedList").text(credential.encoded_list).end_object();
  write_proof(json, credential.proof);
  json.end_object();
  json.finish();
  return text;
}

base::Result<StatusCredential> read_status_credential(const base::Document& document) {
  base::Problems problems;
  ShapeReader fields(document, problems);
  fields.words("@context", {words::credentials_context});
  fields.words("type", {words::verifiable_credential, words::status_list_credential});
  StatusCredential credential;
  credential.id = fields.text("id");
  credential.issuer = fields.text("issuer");
  credential.valid_from = fields.time("validFrom");
  credential.valid_until = fields.time("validUntil");
  ShapeReader list(fields.child("credentialSubject"), problems);
  list.word("id", list_name(credential));
  list.word("type", words::status_list);
  list.word("statusPurpose", words::revocation);
  credential.encoded_list = list.text("encodedList");
  list.finish();
  credential.proof = read_proof(fields.child("proof"), problems);
  fields.finish();
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return credential;
}

}  // namespace smm::badge
