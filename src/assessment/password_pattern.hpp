// SPDX-License-Identifier: Apache-2.0
// Passwords that are one movement of the hand: see password_rules.hpp. Takes what looked_up() makes.
#pragma once

#include <string_view>

namespace smm::assessment {

// A pattern of at most 10 bytes, from the beginning to the end; the last time may be cut off.
bool repeats_itself(std::string_view text);

// At least three of four steps lead to the same, a neighboring or the next character.
bool walks_along(std::string_view text);

}  // namespace smm::assessment
