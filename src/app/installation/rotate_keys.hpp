// SPDX-License-Identifier: Apache-2.0
// Use case: look after the keys. Rotation wraps every data key anew under another installation key; what they
// sealed stays as it is.
#pragma once

#include "app/installation/change.hpp"
#include "app/installation/seals.hpp"

namespace smm::app {

// The name under which a database remembers the id of its installation key.
inline constexpr std::string_view key_setting = "installation_key";

struct KeyStatus {
  std::string given;                  // id of the installation key at hand
  std::string expected;               // id that the database was made with; empty: none yet
  std::size_t keys = 0;               // data keys
  std::vector<std::string> unopened;  // owners whose key does not open
};

KeyStatus key_status(Database& database, const crypto::InstallationKey& key);

// All of them in one transaction. Gives how many. Problem: key_unavailable.
base::Result<std::size_t> rotate_keys(Database& database, const Clock& clock,
                                      const crypto::InstallationKey& from, const crypto::InstallationKey& to);

}  // namespace smm::app
