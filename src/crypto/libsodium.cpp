// SPDX-License-Identifier: Apache-2.0
#include "crypto/libsodium.hpp"

#include <sodium.h>

#include "base/environment_error.hpp"

namespace smm::crypto {

void start_libsodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) throw base::EnvironmentError("The operating system gives no random bytes (libsodium).");
}

}  // namespace smm::crypto
