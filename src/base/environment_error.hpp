// SPDX-License-Identifier: Apache-2.0
// A broken environment: a disk that is full, a file that cannot be read. Thrown where it happens, caught
// once at the edge (main), where it ends the command with exit code 3.
#pragma once

#include <stdexcept>

namespace smm::base {

struct EnvironmentError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace smm::base
