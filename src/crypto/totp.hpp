// SPDX-License-Identifier: Apache-2.0
// Time-based one-time codes: RFC 6238 with HMAC-SHA-1, steps of 30 seconds and 6 digits, which is what
// authenticator apps assume. HMAC by OpenSSL.
//
// Time is an argument. A match tells its step; whoever calls stores it and refuses that step and earlier
// ones next time, or else a code could be used twice while it lives. Trying is throttled elsewhere: a code
// is guessed with chance 3 in a million.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smm::crypto {

// 20 random bytes, the length of the hash (RFC 4226, section 4). Stored sealed.
std::string new_totp_secret();

// The secret as apps take it: 32 upper-case base32 characters.
std::string totp_secret_text(std::string_view secret);

// Whole steps from 1970 until `unix_seconds`.
std::uint64_t totp_step(std::uint64_t unix_seconds);

// The code of a step, with 6 to 8 digits.
std::string totp_code(std::string_view secret, std::uint64_t step, int digits = 6);

// The step whose code this is: the present one, or the one before or after it. Nothing when it is none.
std::optional<std::uint64_t> matched_totp_step(std::string_view secret, std::string_view code,
                                               std::uint64_t unix_seconds);

}  // namespace smm::crypto
