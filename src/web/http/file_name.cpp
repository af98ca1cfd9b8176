// SPDX-License-Identifier: Apache-2.0
#include "web/http/file_name.hpp"

#include <algorithm>
#include <array>

#include "base/assert.hpp"
#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

std::string without_folders(std::string_view name) {
  const auto separator = name.find_last_of("/\\");
  return std::string(separator == std::string_view::npos ? name : name.substr(separator + 1));
}

// U+0080 to U+009F; U+061C, U+200B to U+200F, U+2028 to U+202E, U+2060 to U+206F, U+FEFF in UTF-8.
bool is_invisible(std::string_view letter) {
  if (letter.size() == 2) return letter < "\xC2\xA0" || letter == "\xD8\x9C";
  return (letter >= "\xE2\x80\x8B" && letter <= "\xE2\x80\x8F") ||
         (letter >= "\xE2\x80\xA8" && letter <= "\xE2\x80\xAE") ||
         (letter >= "\xE2\x81\xA0" && letter <= "\xE2\x81\xAF") || letter == "\xEF\xBB\xBF";
}

std::size_t letter_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

std::string with_plain_letters(std::string_view name) {
  std::string plain;
  while (!name.empty()) {
    const std::string_view letter = name.substr(0, letter_size(name[0]));
    name.remove_prefix(letter.size());
    const bool marks = std::string_view("<>:\"|?*").find(letter) != std::string_view::npos;
    if (has_control_character(letter, false) || (letter.size() > 1 && is_invisible(letter))) continue;
    plain += marks ? "_" : letter;
  }
  return plain;
}

std::string without_loose_ends(std::string_view name) {
  const auto first = name.find_first_not_of(" .");
  if (first == std::string_view::npos) return "";
  return std::string(name.substr(first, name.find_last_not_of(" .") - first + 1));
}

// At most so many bytes, and no letter cut in two.
std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

std::string shortened(const std::string& name) {
  if (name.size() <= longest_file_name) return name;
  const auto dot = name.rfind('.');
  const bool has_ending = dot != std::string::npos && name.size() - dot <= 12;
  const std::string ending = has_ending ? name.substr(dot) : "";
  return std::string(beginning(name, longest_file_name - ending.size())) + ending;
}

bool is_unreserved(char letter) {
  return is_token({&letter, 1}) && std::string_view("%'*").find(letter) == std::string_view::npos;
}

std::string escaped_in_full(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string escaped;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (is_unreserved(letter))
      escaped += letter;
    else
      escaped.append({'%', digits[byte / 16U], digits[byte % 16U]});
  }
  return escaped;
}

// One '_' for each letter outside ASCII, and for '%', which some browsers decode.
std::string in_ascii(std::string_view name) {
  std::string ascii;
  for (; !name.empty(); name.remove_prefix(letter_size(name[0])))
    ascii += static_cast<unsigned char>(name[0]) < 0x80 && name[0] != '%' ? name[0] : '_';
  return ascii;
}

}  // namespace

std::string plain_file_name(std::string_view name) {
  SMM_ASSERT(is_utf8(name));
  std::string plain = without_loose_ends(with_plain_letters(without_folders(name)));
  plain = without_loose_ends(shortened(plain));
  return plain.empty() ? "file" : plain;
}

std::string attachment_disposition(std::string_view file_name) {
  const std::string name = plain_file_name(file_name);
  const std::string ascii = in_ascii(name);
  std::string text = "attachment; filename=\"" + ascii + "\"";
  if (ascii != name) text += "; filename*=UTF-8''" + escaped_in_full(name);
  return text;
}

}  // namespace smm::web::http
