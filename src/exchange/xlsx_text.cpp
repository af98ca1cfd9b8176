// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx_text.hpp"

#include <algorithm>

#include "exchange/utf8.hpp"

namespace smm::exchange {
namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

bool xml_forbids(std::string_view character) {
  if (character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF") return true;
  const auto byte = static_cast<unsigned char>(character.front());
  return byte < 0x20 && byte != '\t' && byte != '\n';
}

// Bytes of the first `count` characters.
std::string_view first_characters(std::string_view utf8, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < utf8.size(); --count) at += std::max<std::size_t>(1, utf8_length(utf8.substr(at)));
  return utf8.substr(0, at);
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text.substr(at));
    const std::string_view character = text.substr(at, std::max<std::size_t>(1, length));
    if (length == 0) {
      out += "\xEF\xBF\xBD";
    } else if (!xml_forbids(character)) {
      out += character;
    }
    at += character.size();
  }
  return out;
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

std::string cut_to(std::string_view utf8, std::size_t limit) {
  if (count_characters(utf8) <= limit) return std::string(utf8);
  return std::string(first_characters(utf8, limit - 1)) + std::string(ellipsis);
}

std::string sheet_name(std::string_view text) {
  std::string name = xml_text(text);
  std::replace_if(
      name.begin(), name.end(),
      [](char character) {
        return std::string_view("[]:*?/\\\t\n").find(character) != std::string_view::npos;
      },
      '-');
  name = std::string(first_characters(name, 31));
  if (name.starts_with('\'')) name.front() = '-';
  if (name.ends_with('\'')) name.back() = '-';
  return name.empty() ? "-" : name;
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

}  // namespace smm::exchange
