// SPDX-License-Identifier: Apache-2.0
#include "instrument/text_as_written.hpp"

#include <algorithm>

namespace smm::instrument {
namespace {

constexpr std::string_view white = " \t\r\n";

std::size_t offset_of(std::string_view bytes, const base::Place& place) {
  std::size_t at = 0;
  for (int line = 1; line < place.line; ++line) at = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
  return std::min(at + static_cast<std::size_t>(std::max(place.column - 1, 0)), bytes.size());
}

base::Place place_of(std::string_view bytes, std::size_t offset, const std::string& source) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;
  return {source, 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          1 + static_cast<int>(offset - line_start)};
}

// Past the quote, or the line that announces a block ("ask_if: >-").
std::size_t past_indicator(std::string_view bytes, std::size_t at) {
  const char first = at < bytes.size() ? bytes[at] : ' ';
  if (first == '\'' || first == '"') return at + 1;
  if (first == '>' || first == '|') return std::min(bytes.find('\n', at), bytes.size());
  return at;
}

}  // namespace

std::optional<TextAsWritten> text_as_written(std::string_view bytes, std::string_view text,
                                             const base::Place& place) {
  if (bytes.empty() || place.line < 1) return std::nullopt;
  std::size_t at = past_indicator(bytes, offset_of(bytes, place));
  std::size_t begin = std::string_view::npos;
  for (const char c : text) {
    if (white.find(c) != std::string_view::npos) continue;
    at = bytes.find_first_not_of(white, at);
    if (at == std::string_view::npos || bytes[at] != c) return std::nullopt;
    begin = std::min(begin, at++);
  }
  if (begin == std::string_view::npos) return std::nullopt;
  return TextAsWritten{std::string(bytes.substr(begin, at - begin)), place_of(bytes, begin, place.source)};
}

}  // namespace smm::instrument
