// SPDX-License-Identifier: Apache-2.0
#include "exchange/json.hpp"
#include "report/comparison_file.hpp"
#include "report/comparison_words.hpp"

namespace smm::report {
namespace {

using exchange::JsonWriter;

void add_number(JsonWriter& json, std::string_view key, const std::optional<double>& value) {
  json.key(key);
  value ? json.fixed(*value, 2) : json.null();
}

void add_band(JsonWriter& json, const std::optional<benchmark::PercentileBand>& band) {
  json.key("percentile_band");
  if (band)
    json.begin_object().key("above").number(band->above).key("below").number(band->below).end_object();
  else
    json.null();
}

void add_peer_mean(JsonWriter& json, const std::optional<benchmark::PeerMean>& peers) {
  json.key("peers");
  if (!peers) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("mean").fixed(peers->mean, 2);
  json.key("picks").number(peers->picks);
  json.key("schools_in_blocks").number(peers->schools_in_blocks);
  json.key("behind").text(behind(*peers));
  json.end_object();
}

void add_row(JsonWriter& json, const benchmark::ComparedRow& row) {
  json.begin_object();
  json.key("level").text(benchmark::to_string(row.level));
  json.key("id").text(row.id);
  add_number(json, "own", row.own);
  add_number(json, "mean", row.mean);
  add_number(json, "low", row.low);
  add_number(json, "high", row.high);
  add_band(json, row.percentile);
  add_peer_mean(json, row.peers);
  add_number(json, "standardized_distance", row.distance);
  json.key("standing");
  row.standing ? json.text(word_for(*row.standing)) : json.null();
  add_number(json, "all_participants", row.all_participants);
  json.key("withheld").begin_array();
  for (const std::string& reason : row.reasons) json.text(reason);
  json.end_array().end_object();
}

}  // namespace

std::string comparison_json(const PublishedComparisons& comparisons) {
  std::string bytes;
  JsonWriter json(bytes);
  json.begin_object().key("comparisons").begin_array();
  for (const auto& published : comparisons) {
    const benchmark::Comparison& comparison = *published;
    json.begin_object();
    json.key("school_id").text(comparison.school_id);
    json.key("profession").text(comparison.profession);
    json.key("release").text(comparison.release);
    json.key("state").text(comparison.state);
    json.key("bin_width").number(comparison.width);
    json.key("k").number(comparison.k);
    json.key("fewest_scored").number(comparison.fewest_scored);
    json.key("rows").begin_array();
    for (const benchmark::ComparedRow& row : comparison.rows) add_row(json, row);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  json.finish();
  return bytes;
}

}  // namespace smm::report
