// SPDX-License-Identifier: Apache-2.0
#include "exchange/source_text.hpp"

#include "exchange/utf8.hpp"

namespace smm::exchange {
namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

// Windows-1252 from 0x80 to 0x9f; 0 where it has no character.
constexpr std::uint16_t windows_1252[32] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                            0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                            0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                            0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

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

}  // namespace

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

SourceText read_source_text(std::string_view bytes) {
  SourceText text;
  if (bytes.starts_with(utf8_mark)) {
    text.had_mark = true;
    bytes.remove_prefix(utf8_mark.size());
  }
  text.was_windows_1252 = first_invalid_utf8(bytes).has_value();
  text.utf8 = text.was_windows_1252 ? from_windows_1252(bytes) : std::string(bytes);
  return text;
}

}  // namespace smm::exchange
