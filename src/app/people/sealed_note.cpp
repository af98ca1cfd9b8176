// SPDX-License-Identifier: Apache-2.0
#include "app/people/sealed_note.hpp"

#include <charconv>

#include "base/assert.hpp"
#include "crypto/base64.hpp"

namespace smm::app {
namespace {

// Texts of ours hold no such sign; it parts them.
constexpr char note_part = '\x1f';

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(note_part);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<base::Instant> moment(std::string_view text) {
  base::Instant when;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), when.microseconds);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return when;
}

}  // namespace

std::string sealed_note(const Seals& seals, std::string_view use, const std::vector<std::string>& texts,
                        base::Instant until) {
  std::string plain = std::to_string(until.microseconds);
  for (const std::string& text : texts) {
    SMM_ASSERT(text.find(note_part) == std::string::npos);
    plain += note_part;
    plain += text;
  }
  return crypto::base64url(seals.seal({"note", use}, plain));
}

std::optional<std::vector<std::string>> opened_note(const Seals& seals, std::string_view use,
                                                    std::string_view note, base::Instant now) {
  const auto sealed = crypto::from_base64url(note);
  if (!sealed) return std::nullopt;
  const auto plain = seals.open_foreign({"note", use}, *sealed);
  if (!plain) return std::nullopt;
  auto parts = parts_of(*plain);
  const auto until = moment(parts.front());
  if (!until || now >= *until) return std::nullopt;
  parts.erase(parts.begin());
  return parts;
}

}  // namespace smm::app
