// SPDX-License-Identifier: Apache-2.0
// What people write into a field of a form: plain text, of a certain length at most.
#pragma once

#include <cstddef>
#include <string_view>

namespace smm::assessment {

// Nothing but spaces and ends of lines.
bool is_blank(std::string_view text);

// Plain UTF-8 (utf8_text.hpp) of at most so many characters.
bool is_plain_within(std::string_view text, std::size_t most);

}  // namespace smm::assessment
