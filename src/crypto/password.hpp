// SPDX-License-Identifier: Apache-2.0
// Passwords at rest: argon2id (RFC 9106, by libsodium) with 19 MiB, 2 passes, 1 lane, about 50 ms; a random
// salt and these parameters stand in the stored text ("$argon2id$v=19$m=19456,t=2,p=1$..."), so that they can
// be raised later and old texts still verify.
//
// What a good password is, and how often one may be tried, is decided elsewhere. Bytes are hashed as they
// come: the caller normalizes text.
#pragma once

#include <string>
#include <string_view>

namespace smm::crypto {

// Throws EnvironmentError when there is no memory for it.
std::string hash_password(std::string_view password);

// False as well for a stored text that is not one of these.
bool password_matches(std::string_view stored, std::string_view password);

// True when `stored` was made with other parameters than today's: hash anew after the next good sign-in.
bool needs_rehash(std::string_view stored);

}  // namespace smm::crypto
