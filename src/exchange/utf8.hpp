// SPDX-License-Identifier: Apache-2.0
// Is a text valid UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates, at most U+10FFFF)?
// Plain ASCII costs one test per eight bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace smm::exchange {

// Offset of the first byte that does not begin or continue a valid character; nothing when all is well.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Length in bytes (1-4) of the valid character that `text` begins with; 0 when there is none.
std::size_t utf8_length(std::string_view text);

}  // namespace smm::exchange
