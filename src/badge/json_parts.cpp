// SPDX-License-Identifier: Apache-2.0
#include "badge/json_parts.hpp"

#include <algorithm>

#include "badge/credential_words.hpp"
#include "badge/problems.hpp"
#include "badge/utc_text.hpp"

namespace smm::badge {
namespace {

const base::Document& no_document() {
  static const base::Document none;
  return none;
}

bool is_text(const base::Document& document, std::string_view wanted) {
  const auto* scalar = document.scalar();
  return scalar != nullptr && scalar->quoted && scalar->text == wanted;
}

void write_list(exchange::JsonWriter& json, std::string_view key,
                std::initializer_list<std::string_view> values) {
  json.key(key).begin_array();
  for (const std::string_view value : values) json.text(value);
  json.end_array();
}

}  // namespace

void write_contexts(exchange::JsonWriter& json, std::initializer_list<std::string_view> contexts) {
  write_list(json, "@context", contexts);
}

void write_types(exchange::JsonWriter& json, std::initializer_list<std::string_view> types) {
  write_list(json, "type", types);
}

void write_proof(exchange::JsonWriter& json, const Proof& proof) {
  json.key("proof").begin_object().key("type").text(words::proof).key("created").text(proof.created);
  json.key("verificationMethod").text(proof.verification_method).key("cryptosuite").text(words::cryptosuite);
  json.key("proofPurpose").text(words::proof_purpose).key("proofValue").text(proof.value).end_object();
}

void ShapeReader::misshapen(std::string_view key, const std::string& wanted) {
  problems_.emplace_back(problem::badge_shape, "\"" + std::string(key) + "\" is not " + wanted,
                         keys_.place(key));
}

std::string ShapeReader::text(std::string_view key) {
  const base::Document* found = keys_.child(key);
  const auto* scalar = found == nullptr ? nullptr : found->scalar();
  if (scalar != nullptr && scalar->quoted && !scalar->text.empty()) return scalar->text;
  misshapen(key, "a text");
  return "";
}

base::Instant ShapeReader::time(std::string_view key) {
  const auto when = from_utc_text(text(key));
  if (!when) misshapen(key, "a moment such as 2026-11-22T09:00:00Z");
  return when.value_or(base::Instant{});
}

void ShapeReader::word(std::string_view key, std::string_view wanted) {
  const base::Document* found = keys_.child(key);
  if (found == nullptr || !is_text(*found, wanted)) misshapen(key, "\"" + std::string(wanted) + "\"");
}

void ShapeReader::words(std::string_view key, std::initializer_list<std::string_view> wanted) {
  const base::Document* found = keys_.child(key);
  const auto* list = found == nullptr ? nullptr : found->list();
  if (list == nullptr || !std::ranges::equal(*list, wanted, is_text))
    misshapen(key, "the list that badges have here");
}

void ShapeReader::no(std::string_view key) {
  const base::Document* found = keys_.child(key);
  const auto* scalar = found == nullptr ? nullptr : found->scalar();
  if (scalar == nullptr || scalar->quoted || scalar->text != "false") misshapen(key, "false");
}

const base::Document& ShapeReader::child(std::string_view key) {
  const base::Document* found = keys_.child(key);
  if (found != nullptr && found->map() != nullptr) return *found;
  misshapen(key, "an object");
  return no_document();
}

Proof read_proof(const base::Document& document, base::Problems& problems) {
  ShapeReader fields(document, problems);
  fields.word("type", words::proof);
  fields.word("cryptosuite", words::cryptosuite);
  fields.word("proofPurpose", words::proof_purpose);
  Proof proof;
  proof.created = fields.text("created");
  if (!from_utc_text(proof.created)) fields.time("created");
  proof.verification_method = fields.text("verificationMethod");
  proof.value = fields.text("proofValue");
  fields.finish();
  return proof;
}

}  // namespace smm::badge
