// SPDX-License-Identifier: Apache-2.0
#include "benchmark/release_json.hpp"

#include "benchmark/release_rows.hpp"
#include "benchmark/release_words.hpp"
#include "crypto/hash.hpp"
#include "exchange/json.hpp"

namespace smm::benchmark {
namespace {

using exchange::JsonWriter;

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
}

template <class Row>
void write_rows(JsonWriter& json, std::string_view key, const std::vector<Row>& rows) {
  json.key(key).begin_array();
  for (const Row& row : rows) {
    json.begin_array();
    for (const std::string& cell : cells_of(row)) json.text(cell);
    json.end_array();
  }
  json.end_array();
}

void write_outline(JsonWriter& json, const Outline& outline) {
  json.key("edition").text(outline.edition);
  json.key("professions_of_edition").begin_array();
  for (std::size_t p = 0; p < outline.professions.size(); ++p) {
    json.begin_object().key("id").text(outline.professions[p]).key("programmes").begin_array();
    for (const OutlineProgramme& programme : outline.programmes)
      if (programme.profession == p) json.text(programme.id);
    json.end_array().end_object();
  }
  json.end_array();
  write_texts(json, "programmes", outline.programme_ids());
  json.key("domains").begin_array();
  for (const OutlineDomain& domain : outline.domains) {
    json.begin_object().key("id").text(domain.id).key("areas").begin_array();
    for (const std::size_t area : domain.areas) json.text(outline.areas[area]);
    json.end_array().end_object();
  }
  json.end_array();
}

void write_earlier(JsonWriter& json, std::string_view key, const std::string& hash) {
  json.key(key);
  hash.empty() ? json.null() : json.text(hash);
}

void write_profession(JsonWriter& json, const ProfessionRelease& profession) {
  json.begin_object();
  json.key("id").text(profession.id);
  json.key("state").text(to_string(profession.state));
  json.key("k").number(profession.k);
  json.key("fewest_scored").number(profession.fewest_scored);
  json.key("width").number(profession.width);
  write_texts(json, "walls", profession.walls);
  write_rows(json, "fallen", profession.fallen);
  write_rows(json, "table", profession.table);
  write_rows(json, "norms", profession.norms);
  write_earlier(json, "spread_of", profession.spread_of);
  write_rows(json, "spread", profession.spread);
  write_earlier(json, "items_of", profession.items_of);
  write_rows(json, "items", profession.items);
  json.end_object();
}

std::string written(const ReleaseContent& content, bool with_hash) {
  std::string bytes;
  JsonWriter json(bytes);
  json.begin_object();
  json.key("format").text(release_format);
  write_outline(json, content.outline);
  write_texts(json, "previous", content.previous);
  write_rows(json, "frame", content.frame);
  json.key("professions").begin_array();
  for (const ProfessionRelease& profession : content.professions) write_profession(json, profession);
  json.end_array();
  write_rows(json, "all_participants", content.all_participants);
  if (with_hash) json.key("sha256").text(content.sha256);
  json.end_object();
  json.finish();
  return bytes;
}

}  // namespace

std::string content_hash(const ReleaseContent& content) {
  return crypto::sha256_hex(written(content, false));
}

std::string content_json(const ReleaseContent& content) {
  return written(content, true);
}

std::string release_json(const Release& release) {
  return content_json(*release);
}

}  // namespace smm::benchmark
