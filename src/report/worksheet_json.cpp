// SPDX-License-Identifier: Apache-2.0
#include "report/worksheet_json.hpp"

#include "exchange/json.hpp"
#include "instrument/words.hpp"

namespace smm::report {
namespace {

using exchange::JsonWriter;
using instrument::Item;
using instrument::ItemType;

void text_field(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key).text(text);
}

// Absent rather than empty: a program can tell "none" from "blank".
void filled_text_field(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) text_field(json, key, text);
}

void write_wording(JsonWriter& json, const instrument::Wording& wording) {
  text_field(json, "question", wording.question);
  text_field(json, "why", wording.why);
  filled_text_field(json, "definitions", wording.definitions);
  text_field(json, "example", wording.example);
  filled_text_field(json, "reported", wording.reported);
  text_field(json, "evidence", wording.evidence);
}

void write_options(JsonWriter& json, const Item& item) {
  if (item.options.empty()) return;
  json.key(item.type == ItemType::year_grid ? "topics" : "options").begin_array();
  for (const instrument::Option& option : item.options) {
    json.begin_object();
    text_field(json, "id", option.id);
    text_field(json, "label", option.label);
    if (item.steps.empty() && item.scored != instrument::Scored::no) json.key("points").number(option.points);
    filled_text_field(json, "reason", option.reason);
    if (option.exclusive) json.key("exclusive").flag(true);
    if (option.leaves) json.key("leaves").flag(true);
    json.end_object();
  }
  json.end_array();
}

void write_steps(JsonWriter& json, const Item& item) {
  if (item.steps.empty()) return;
  const bool lower = item.direction == instrument::Direction::lower;
  json.key("steps").begin_array();
  for (const instrument::Step& step : item.steps) {
    json.begin_object().key(lower ? "at_most" : "at_least").number(step.threshold);
    json.key("points").number(step.points);
    text_field(json, "reason", step.reason);
    json.end_object();
  }
  json.end_array();
}

void write_numbers(JsonWriter& json, const Question& question) {
  if (question.numbers.empty()) return;
  json.key("numbers").begin_array();
  for (const NumberLine& line : question.numbers) {
    json.begin_object();
    text_field(json, "line", line.label);
    filled_text_field(json, "part", line.part);
    text_field(json, "numerator", line.numerator);
    filled_text_field(json, "denominator", line.denominator);
    if (line.percent_will_do) json.key("percent_will_do").flag(true);
    json.end_object();
  }
  json.end_array();
  const Item& item = question.item;
  if (item.type == ItemType::two_shares)
    text_field(json, "compare", word_of(instrument::compare_words, item.compare));
  if (item.maximum) json.key("maximum").number(*item.maximum);
  if (item.pool_below) json.key("pool_below").number(*item.pool_below);
}

void write_terms(JsonWriter& json, const std::vector<std::string>& terms) {
  json.key("terms").begin_array();
  for (const std::string& term : terms) json.text(term);
  json.end_array();
}

void write_properties(JsonWriter& json, const Question& question) {
  const Item& item = question.item;
  text_field(json, "type", to_string(item.type));
  text_field(json, "kind", to_string(item.kind));
  text_field(json, "scored", word_of(instrument::scored_words, item.scored));
  text_field(json, "answered", word_of(instrument::answered_words, item.shared));
  text_field(json, "unit", to_string(item.unit));
  text_field(json, "timing", word_of(instrument::timing_words, item.time_bound));
  if (item.lever) text_field(json, "lever", to_string(*item.lever));
  if (item.effort) text_field(json, "effort", to_string(*item.effort));
  json.key("period").begin_object();
  text_field(json, "id", item.period);
  text_field(json, "label", question.period);
  json.end_object();
  filled_text_field(json, "measure", item.measure);
  filled_text_field(json, "legal", item.legal);
}

void write_question(JsonWriter& json, const Question& question) {
  const Item& item = question.item;
  json.begin_object();
  text_field(json, "id", item.id);
  json.key("number").number(question.number);
  write_properties(json, question);
  write_wording(json, item.wording);
  write_terms(json, item.terms);
  filled_text_field(json, "ask_if", item.ask_if_text);
  filled_text_field(json, "route", question.route);
  write_options(json, item);
  write_numbers(json, question);
  write_steps(json, item);
  json.key("full_points").number(instrument::full_points(item));
  if (item.max_length) json.key("max_length").number(*item.max_length);
  json.key("answering_minutes").fixed(question.answering, 2);
  json.key("gathering_minutes").number(item.gathering_minutes);
  json.end_object();
}

void write_time(JsonWriter& json, const instrument::PacketTime& time) {
  json.key("questions").number(time.items).key("numbers").number(time.numbers);
  json.key("answering_minutes").fixed(time.answering, 2).key("gathering_minutes").number(time.gathering);
}

void write_area(JsonWriter& json, const WorksheetArea& area) {
  json.begin_object();
  text_field(json, "id", area.id);
  text_field(json, "label", area.label);
  filled_text_field(json, "domain", area.domain);
  text_field(json, "intro", area.intro);
  json.key("items").begin_array();
  for (const Question& question : area.questions) write_question(json, question);
  json.end_array().end_object();
}

void write_packet(JsonWriter& json, const Packet& packet) {
  json.begin_object();
  text_field(json, "office", packet.office);
  text_field(json, "label", packet.label);
  json.key("time").begin_object();
  write_time(json, packet.time);
  json.end_object().key("terms").begin_array();
  for (const instrument::Term& term : packet.terms) {
    json.begin_object();
    text_field(json, "id", term.id);
    text_field(json, "term", term.term);
    text_field(json, "definition", term.definition);
    json.end_object();
  }
  json.end_array().key("areas").begin_array();
  for (const WorksheetArea& area : packet.areas) write_area(json, area);
  json.end_array().end_object();
}

void write_frame(JsonWriter& json, const Worksheet& sheet) {
  json.key("format").number(worksheet_json_format);
  json.key("edition").begin_object();
  text_field(json, "id", sheet.edition);
  text_field(json, "title", sheet.title);
  text_field(json, "version", sheet.version);
  text_field(json, "status", word_of(instrument::status_words, !sheet.draft));
  text_field(json, "hash", sheet.hash);
  text_field(json, "language", sheet.language);
  text_field(json, "license", sheet.license);
  json.end_object().key("programme").begin_object();
  text_field(json, "id", sheet.programme.id);
  text_field(json, "label", sheet.programme.label);
  text_field(json, "short", sheet.programme.short_label);
  text_field(json, "profession", sheet.profession);
  json.key("years").number(sheet.programme.years).key("solo").flag(sheet.programme.solo);
  json.end_object().key("whole").flag(sheet.whole).key("time").begin_object();
  write_time(json, sheet.total);
  json.end_object();
}

}  // namespace

std::string worksheet_json(const Worksheet& sheet) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_frame(json, sheet);
  json.key("packets").begin_array();
  for (const Packet& packet : sheet.packets) write_packet(json, packet);
  json.end_array().end_object().finish();
  return out;
}

}  // namespace smm::report
