// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/reference_list.hpp"

#include <algorithm>

#include "base/document_reader.hpp"
#include "crypto/hash.hpp"
#include "exchange/json.hpp"
#include "outcomes/reference/problems.hpp"

namespace smm::outcomes::reference {
namespace {

constexpr std::int64_t format = 1;
constexpr std::string_view extension = ".list";

// JsonWriter writes lines; ours is one. Texts hold no line end, as JSON writes it \n.
std::string one_line(const std::string& json) {
  std::string line;
  bool indented = false;
  for (const char c : json) {
    if (c == '\n') {
      indented = true;
    } else if (c != ' ' || !indented) {
      line += c;
      indented = false;
    }
  }
  return line;
}

std::string first_line(const ReferenceList& list) {
  std::string text;
  exchange::JsonWriter json(text);
  const ListOrigin& origin = list.origin;
  json.begin_object().key("smm_reference_list").number(format);
  json.key("kind").text(name_of(origin.kind)).key("as_of").text(to_iso(origin.as_of));
  if (!origin.states.empty()) json.key("states").text(origin.states);
  json.key("source").text(origin.source).key("source_bytes").number(origin.source_bytes);
  json.key("source_sha256").text(origin.source_sha256).key("rows").number(origin.rows);
  json.key("counts").begin_object();
  for (const auto& [name, count] : origin.counts) json.key(name).number(count);
  json.end_object().key("sha256").text(crypto::sha256_hex(list.body)).end_object().finish();
  return one_line(text) + "\n";
}

base::Problem damaged(const std::string& name, const std::string& why) {
  return {problem::reference_damaged, why + "; import the list again", {name, 0, 0}};
}

bool are_state_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
}

// Fills `list.origin`; the hash of the body is returned.
std::string read_origin(const base::Document& document, ReferenceList& list, base::Problems& problems) {
  base::DocumentReader reader(document, problems);
  reader.integer("smm_reference_list");
  const auto kind = list_kind(reader.text("kind"));
  const auto as_of = registry::parse_iso_day(reader.text("as_of"));
  if (!kind || !as_of) problems.push_back(damaged(document.place.source, "it has no kind or no day"));
  if (!problems.empty()) return "";
  list.origin.kind = *kind;
  list.origin.as_of = *as_of;
  list.origin.states = reader.optional_text("states").value_or("");
  list.origin.source = reader.optional_text("source").value_or("");
  list.origin.source_bytes = static_cast<std::uint64_t>(reader.integer("source_bytes"));
  list.origin.source_sha256 = reader.text("source_sha256");
  list.origin.rows = static_cast<std::uint64_t>(reader.integer("rows"));
  if (const base::Document* counts = reader.child("counts"); counts != nullptr && counts->map() != nullptr)
    for (const base::MapEntry& entry : *counts->map())
      if (const base::Scalar* count = entry.value.scalar())
        list.origin.counts.emplace_back(
            entry.key, static_cast<std::uint64_t>(base::parse_integer(count->text).value_or(0)));
  return reader.text("sha256");
}

}  // namespace

std::string file_name(const ListOrigin& origin) {
  return std::string(name_of(origin.kind)) + "/" + to_iso(origin.as_of) +
         (origin.states.empty() ? "" : "-" + origin.states) + std::string(extension);
}

std::optional<ListName> read_file_name(std::string_view name) {
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos || !name.ends_with(extension)) return std::nullopt;
  const auto kind = list_kind(name.substr(0, slash));
  std::string_view rest = name.substr(slash + 1);
  rest.remove_suffix(extension.size());
  const auto as_of = registry::parse_iso_day(rest.substr(0, 10));
  if (!kind || !as_of) return std::nullopt;
  const std::string_view states = rest.size() > 11 && rest[10] == '-' ? rest.substr(11) : std::string_view();
  if (rest.size() != 10 && (states.empty() || !are_state_letters(states))) return std::nullopt;
  return ListName{*kind, *as_of, std::string(states)};
}

std::string encode(ReferenceList& list) {
  const std::string head = first_line(list);
  list.id = crypto::sha256_hex(head);
  return head + list.body;
}

base::Result<ReferenceList> decode(std::string_view bytes, const std::string& name) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos || !bytes.starts_with("{\"smm_reference_list\":"))
    return damaged(name, "it does not begin as a snapshot of a reference list does");
  const std::string_view head = bytes.substr(0, end + 1);
  const auto document = exchange::parse_json(head, name);
  if (!document) return damaged(name, "its first line is no JSON");
  ReferenceList list;
  base::Problems problems;
  const std::string hash = read_origin(*document, list, problems);
  if (!problems.empty())
    return damaged(name, "its first line lacks " + std::string(problems.front().sentence));
  list.body = bytes.substr(end + 1);
  if (crypto::sha256_hex(list.body) != hash) return damaged(name, "its rows are not those that were hashed");
  list.id = crypto::sha256_hex(head);
  return list;
}

}  // namespace smm::outcomes::reference
