// SPDX-License-Identifier: Apache-2.0
// Texts as a workbook may hold them. Internal to exchange.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace smm::exchange {

// Without the characters that XML 1.0 forbids (controls but tab and line feed; U+FFFE, U+FFFF) and without
// carriage returns; bytes that are not UTF-8 become U+FFFD.
std::string xml_text(std::string_view text);

std::size_t count_characters(std::string_view utf8);

// At most `limit` characters; a longer text is cut and ends in an ellipsis.
std::string cut_to(std::string_view utf8, std::size_t limit);

// What Excel takes as the name of a sheet: not empty, 31 characters, none of []:*?/\, no outer apostrophes.
std::string sheet_name(std::string_view text);

// "A", "Z", "AA" for 0, 25, 26.
std::string column_letters(std::uint32_t column);

}  // namespace smm::exchange
