// SPDX-License-Identifier: Apache-2.0
// UTF-8 (RFC 3629: no surrogates, nothing over U+10FFFF, shortest forms only).
#pragma once

#include <optional>
#include <string_view>

namespace smm::assessment {

// How many code points the text has; nothing when it is not UTF-8.
std::optional<std::size_t> utf8_length(std::string_view text);

// UTF-8 without control characters other than tab, line feed, carriage return and form feed.
bool is_plain_utf8(std::string_view text);

}  // namespace smm::assessment
