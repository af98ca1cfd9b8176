// SPDX-License-Identifier: Apache-2.0
// The text of a published file as it comes: with a byte order mark or without, in UTF-8 or in the Windows
// letters that government files are still written in, with HTML entities in names.
#pragma once

#include <string>
#include <string_view>

namespace smm::outcomes::reference {

struct SourceText {
  std::string utf8;  // without byte order mark
  bool had_mark = false;
  bool was_windows_1252 = false;  // not UTF-8; taken for Windows-1252, which holds all printable latin-1
};

SourceText read_source_text(std::string_view bytes);

// Entities as characters: numbered ones and the named ones of names of places. Others stay as they are.
// `changed` becomes true when there was one.
std::string without_entities(std::string_view text, bool& changed);

// Upper case, letters and digits only, anything else one blank; letters beyond ASCII stay.
std::string folded(std::string_view text);

// The same in lower case without blanks: "HPSA Score" and "HPSA_SCORE" are "hpsascore".
std::string squeezed(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace smm::outcomes::reference
