// SPDX-License-Identifier: Apache-2.0
// Random tokens for links, sessions, forms and recovery codes, and how they are kept: only the hash is
// stored, the token itself is in one mail or cookie. A token has so many random bits that a plain SHA-256 of
// it cannot be searched; a password has not (password.hpp).
#pragma once

#include <string>
#include <string_view>

namespace smm::crypto {

// For links and cookies: A-Z a-z 0-9 - _, 6 bits each. `bits` is rounded up to whole bytes.
std::string token_base64url(unsigned bits);

// For what a person types: a-z 2-7, 5 bits each.
std::string token_base32(unsigned bits);

// What is stored and looked up instead of the token: 64 hex digits. Different uses of one text differ.
std::string token_at_rest(std::string_view use, std::string_view token);

// Takes the same time wherever two texts of one length differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace smm::crypto
