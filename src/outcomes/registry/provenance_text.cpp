// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/provenance_text.hpp"

#include <charconv>

namespace smm::outcomes::registry {
namespace {

struct TextKey {
  std::string_view name;
  std::string Provenance::*member;
};
struct CountKey {
  std::string_view name;
  std::uint64_t Provenance::*member;
};
struct DayKey {
  std::string_view name;
  Day Provenance::*member;
};

constexpr TextKey text_keys[] = {{"source", &Provenance::source},
                                 {"source_sha256", &Provenance::source_sha256},
                                 {"previous", &Provenance::previous}};
constexpr CountKey count_keys[] = {{"source_bytes", &Provenance::source_bytes},
                                   {"rows_read", &Provenance::rows_read},
                                   {"organizations", &Provenance::organizations},
                                   {"rejected", &Provenance::rejected},
                                   {"updates", &Provenance::updates}};
constexpr DayKey day_keys[] = {{"first_day", &Provenance::first_day}, {"last_day", &Provenance::last_day}};

bool set_value(Provenance& provenance, std::string_view key, std::string_view value) {
  for (const TextKey& known : text_keys)
    if (known.name == key) return (provenance.*known.member = value, true);
  for (const CountKey& known : count_keys) {
    if (known.name != key) continue;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), provenance.*known.member);
    return read.ec == std::errc() && read.ptr == value.data() + value.size();
  }
  for (const DayKey& known : day_keys) {
    if (known.name != key) continue;
    const auto day = value.empty() ? Day{} : parse_iso_day(value);
    if (day) provenance.*known.member = *day;
    return day.has_value();
  }
  return false;
}

void append_line(std::string& text, std::string_view key, std::string_view value) {
  text.append(key).append("=");
  for (const char letter : value) text += static_cast<unsigned char>(letter) < ' ' ? ' ' : letter;
  text += '\n';
}

}  // namespace

std::string provenance_text(const Provenance& provenance) {
  std::string text;
  for (const TextKey& key : text_keys) append_line(text, key.name, provenance.*key.member);
  for (const CountKey& key : count_keys) append_line(text, key.name, std::to_string(provenance.*key.member));
  for (const DayKey& key : day_keys) append_line(text, key.name, to_iso(provenance.*key.member));
  return text;
}

std::optional<Provenance> read_provenance(std::string_view text) {
  Provenance provenance;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    if (!set_value(provenance, line.substr(0, equals), line.substr(equals + 1))) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  return provenance;
}

}  // namespace smm::outcomes::registry
