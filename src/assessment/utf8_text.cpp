// SPDX-License-Identifier: Apache-2.0
#include "assessment/utf8_text.hpp"

#include <cstdint>

namespace smm::assessment {
namespace {

constexpr char32_t no_code_point = 0xFFFFFFFF;

// Bytes that a first byte announces; 0 when none can begin so.
std::size_t sequence_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

bool is_valid(char32_t code, std::size_t length) {
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code >= smallest[length] && code <= 0x10FFFF && !surrogate;
}

// The code point at `at`, which moves behind it.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = sequence_length(first);
  if (length == 0 || length > text.size() - at) return no_code_point;
  char32_t code = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80) return no_code_point;
    code = code << 6 | (byte & 0x3FU);
  }
  at += length;
  return is_valid(code, length) ? code : no_code_point;
}

bool is_control(char32_t code) {
  const bool permitted = code == '\t' || code == '\n' || code == '\r' || code == '\f';
  return (code < 0x20 && !permitted) || (code >= 0x7F && code <= 0x9F);
}

}  // namespace

std::optional<std::size_t> utf8_length(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length) {
    if (next_code_point(text, at) == no_code_point) return std::nullopt;
  }
  return length;
}

bool is_plain_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code == no_code_point || is_control(code)) return false;
  }
  return true;
}

}  // namespace smm::assessment
