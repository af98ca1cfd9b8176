// SPDX-License-Identifier: Apache-2.0
// Thrown by a ByteSource of this room whose bytes turn out to be damaged while they are read (an archive that
// does not unpack); build_snapshot() turns it into a problem.
#pragma once

#include <stdexcept>

namespace smm::outcomes::registry {

struct DamagedSource : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace smm::outcomes::registry
