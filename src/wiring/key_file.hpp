// SPDX-License-Identifier: Apache-2.0
// The installation key, in a file outside the data folder: 0600, one line of text (crypto/key_wrap.hpp).
#pragma once

#include <string>

#include "base/result.hpp"
#include "crypto/secret_key.hpp"

namespace smm::wiring {

// DIR.key beside the folder, unless a file was named.
std::string key_path(const std::string& data_folder, const std::string& named);

// Problem: key_missing, also for a file that others than its owner may read.
base::Result<crypto::InstallationKey> read_key(const std::string& path);

// Makes a key, and the file. Never replaces one. Throws EnvironmentError.
crypto::InstallationKey make_key(const std::string& path);

}  // namespace smm::wiring
