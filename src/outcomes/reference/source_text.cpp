// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/source_text.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "exchange/utf8.hpp"

namespace smm::outcomes::reference {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// Windows-1252 from 0x80 to 0x9f; 0 where it has no character.
constexpr std::uint16_t windows_1252[32] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                            0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                            0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                            0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

constexpr std::pair<std::string_view, std::uint32_t> named_entities[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", ' '},     {"aacute", 0xe1},  {"eacute", 0xe9},  {"iacute", 0xed},  {"oacute", 0xf3},
    {"uacute", 0xfa},  {"ntilde", 0xf1},  {"uuml", 0xfc},    {"Aacute", 0xc1},  {"Eacute", 0xc9},
    {"Iacute", 0xcd},  {"Oacute", 0xd3},  {"Uacute", 0xda},  {"Ntilde", 0xd1},  {"Uuml", 0xdc},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"rsquo", 0x2019}, {"lsquo", 0x2018}, {"ccedil", 0xe7}};

void append_character(std::string& text, std::uint32_t code) {
  const auto byte = [&](std::uint32_t value) {
    text += static_cast<char>(static_cast<unsigned char>(value));
  };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xc0 | code >> 6);
    byte(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    byte(0xe0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3f));
    byte(0x80 | (code & 0x3f));
  } else {
    byte(0xf0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3f));
    byte(0x80 | (code >> 6 & 0x3f));
    byte(0x80 | (code & 0x3f));
  }
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool special = byte >= 0x80 && byte < 0xa0;
    const std::uint32_t code = special ? windows_1252[byte - 0x80] : byte;
    append_character(text, code == 0 && special ? 0xfffd : code);
  }
  return text;
}

bool is_printable(std::uint32_t code) {
  return code >= 0x20 && code != 0x7f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

std::optional<std::uint32_t> numbered_entity(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  std::uint32_t code = 0;
  for (const char c : digits) {
    const auto lower = static_cast<char>(c | 0x20);
    std::uint32_t digit = 16;
    if (c >= '0' && c <= '9') digit = static_cast<std::uint32_t>(c - '0');
    if (hexadecimal && lower >= 'a' && lower <= 'f') digit = static_cast<std::uint32_t>(lower - 'a' + 10);
    if (digit == 16) return std::nullopt;
    code = code * (hexadecimal ? 16 : 10) + digit;
  }
  return is_printable(code) ? std::optional(code) : std::nullopt;
}

std::optional<std::uint32_t> entity(std::string_view name) {
  if (name.starts_with('#')) return numbered_entity(name.substr(1));
  for (const auto& [known, code] : named_entities)
    if (name == known) return code;
  return std::nullopt;
}

char upper_of(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_word(char c) {
  const char upper = upper_of(c);
  return (upper >= 'A' && upper <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

SourceText read_source_text(std::string_view bytes) {
  SourceText text;
  if (bytes.starts_with(byte_order_mark)) {
    text.had_mark = true;
    bytes.remove_prefix(byte_order_mark.size());
  }
  text.was_windows_1252 = exchange::first_invalid_utf8(bytes).has_value();
  text.utf8 = text.was_windows_1252 ? from_windows_1252(bytes) : std::string(bytes);
  return text;
}

std::string without_entities(std::string_view text, bool& changed) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    const auto code = end == std::string_view::npos || end - at > 12
                          ? std::nullopt
                          : entity(text.substr(at + 1, end - at - 1));
    if (code) {
      append_character(out, *code);
      changed = true;
      at = end + 1;
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_word(c)) {
      out += upper_of(c);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (is_word(c)) out += static_cast<char>(upper_of(c) >= 'A' && upper_of(c) <= 'Z' ? c | 0x20 : c);
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace smm::outcomes::reference
