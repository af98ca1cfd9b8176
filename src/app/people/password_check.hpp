// SPDX-License-Identifier: Apache-2.0
// Hashing passwords takes 19 MiB and about 50 ms; at most two are hashed at once in this program, so that a
// flood of sign-ins waits instead of taking the machine's memory. Never within a transaction.
#pragma once

#include <string>
#include <string_view>

namespace smm::app {

std::string hashed_password(std::string_view password);

// Takes as long for an account without a password, or for none at all (`stored` empty), as for any other.
bool password_fits(const std::string& stored, std::string_view password);

}  // namespace smm::app
