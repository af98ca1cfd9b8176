// SPDX-License-Identifier: Apache-2.0
// Signing in with address and password. A wrong password, an account without one, a closed account and an
// address that nobody has are one answer, after one time.
#pragma once

#include "app/people/enter.hpp"

namespace smm::app {

struct PasswordEntry {
  std::string email;
  std::string password;
  std::string target = {};
  Browser browser = {};
};

using PasswordStep = std::variant<SignedIn, CodeNeeded, NotFitting, Throttled>;

base::Result<PasswordStep> sign_in_with_password(const Installation& installation,
                                                 const PasswordEntry& entry);

}  // namespace smm::app
