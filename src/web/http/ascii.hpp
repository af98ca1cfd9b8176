// SPDX-License-Identifier: Apache-2.0
// Letters as HTTP compares them: ASCII only, whatever the locale says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smm::web::http {

bool equal_ignoring_case(std::string_view left, std::string_view right);
std::string in_small_letters(std::string_view text);  // A to Z alone

// Without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

// A name as HTTP writes it (RFC 9110, section 5.6.2): letters, digits and a few marks; not empty.
bool is_token(std::string_view text);

// Cut at every separator, not trimmed; the empty text is one empty piece.
std::vector<std::string_view> pieces(std::string_view text, char separator);

// Only digits, at most 18 of them (so that it cannot overflow).
std::optional<std::uint64_t> whole_number(std::string_view text);

// No byte below space, and no DEL: what may stand in a header's value (a tab may too, and is asked for).
bool has_control_character(std::string_view text, bool tab_allowed);

// Well-formed UTF-8 without overlong forms and surrogates.
bool is_utf8(std::string_view text);

}  // namespace smm::web::http
