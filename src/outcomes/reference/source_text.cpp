// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/source_text.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "exchange/source_text.hpp"

namespace smm::outcomes::reference {
namespace {

constexpr std::pair<std::string_view, std::uint32_t> named_entities[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", ' '},     {"aacute", 0xe1},  {"eacute", 0xe9},  {"iacute", 0xed},  {"oacute", 0xf3},
    {"uacute", 0xfa},  {"ntilde", 0xf1},  {"uuml", 0xfc},    {"Aacute", 0xc1},  {"Eacute", 0xc9},
    {"Iacute", 0xcd},  {"Oacute", 0xd3},  {"Uacute", 0xda},  {"Ntilde", 0xd1},  {"Uuml", 0xdc},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"rsquo", 0x2019}, {"lsquo", 0x2018}, {"ccedil", 0xe7}};

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

std::string without_entities(std::string_view text, bool& changed) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    const auto code = end == std::string_view::npos || end - at > 12
                          ? std::nullopt
                          : entity(text.substr(at + 1, end - at - 1));
    if (code) {
      exchange::append_character(out, *code);
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
