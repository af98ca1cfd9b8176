// SPDX-License-Identifier: Apache-2.0
#include "cli/reference_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace smm::cli {

namespace reference = outcomes::reference;

std::optional<outcomes::registry::Day> read_day(const Given& given, const std::string& option,
                                                const Surroundings& around) {
  const auto day = outcomes::registry::parse_iso_day(given.text(option));
  if (!day)
    around.err << "smm: " << option << " takes a day as YYYY-MM-DD, not \"" << given.text(option) << "\"\n";
  return day;
}

std::string list_kind_names() {
  std::string names;
  for (const reference::ListKind kind : reference::all_list_kinds())
    names += (names.empty() ? "" : ", ") + std::string(name_of(kind));
  return names;
}

std::optional<reference::ListKind> read_list_kind(const Given& given, const Surroundings& around) {
  const auto kind = reference::list_kind(given.text("--kind"));
  if (!kind) around.err << "smm: --kind takes one of " << list_kind_names() << "\n";
  return kind;
}

void write_list(exchange::JsonWriter& json, const reference::ReferenceList& list) {
  const reference::ListOrigin& origin = list.origin;
  json.key("id").text(list.id).key("kind").text(name_of(origin.kind)).key("as_of").text(to_iso(origin.as_of));
  json.key("states").text(origin.states).key("source").text(origin.source);
  json.key("source_bytes").number(origin.source_bytes).key("source_sha256").text(origin.source_sha256);
  json.key("rows").number(origin.rows).key("counts").begin_object();
  for (const auto& [name, count] : origin.counts) json.key(name).number(count);
  json.end_object();
}

std::string list_lines(const reference::ReferenceList& list) {
  const reference::ListOrigin& origin = list.origin;
  std::string text = fmt::format("{:<24}{}\n{:<24}{}\n{:<24}{}\n{:<24}{}\n{:<24}{}\n", "kind",
                                 name_of(origin.kind), "as of", to_iso(origin.as_of), "id", list.id, "source",
                                 origin.source, "sha-256 of the source", origin.source_sha256);
  if (!origin.states.empty()) text += fmt::format("{:<24}{}\n", "states", origin.states);
  text += fmt::format("{:<24}{}\n", "rows", origin.rows);
  for (const auto& [name, count] : origin.counts) {
    std::string shown = name;
    std::replace(shown.begin(), shown.end(), '_', ' ');
    text += fmt::format("{:<24}{}\n", shown, count);
  }
  return text;
}

}  // namespace smm::cli
