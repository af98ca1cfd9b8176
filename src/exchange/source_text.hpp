// SPDX-License-Identifier: Apache-2.0
// The text of a file as it comes from elsewhere: with a byte order mark or without, in UTF-8 or in the
// Windows letters that government files and spreadsheet programs still write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace smm::exchange {

struct SourceText {
  std::string utf8;  // without byte order mark
  bool had_mark = false;
  bool was_windows_1252 = false;  // not UTF-8; taken for Windows-1252, which holds all printable latin-1
};

SourceText read_source_text(std::string_view bytes);

// In UTF-8; `code` is at most U+10FFFF and no surrogate.
void append_character(std::string& text, std::uint32_t code);

}  // namespace smm::exchange
