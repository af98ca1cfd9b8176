// SPDX-License-Identifier: Apache-2.0
// A secret that an office keeps in a file of its own (a password, a client secret): never in arguments, the
// environment or the configuration, where other programs and backups would see it.
//
// It is read each time it is needed, so that a new one counts at once.
#pragma once

#include <string>

namespace smm::adapters {

// The file without the line end at its end. Throws EnvironmentError when it cannot be read, is empty, has
// more than one line, or more than 4096 bytes.
std::string read_secret_file(const std::string& path);

}  // namespace smm::adapters
