// SPDX-License-Identifier: Apache-2.0
#include "crypto/system_random.hpp"

#include "crypto/secret_key.hpp"

namespace smm::crypto {

void SystemRandom::fill(std::span<unsigned char> bytes) {
  fill_with_secret_bytes(bytes.data(), bytes.size());
}

}  // namespace smm::crypto
