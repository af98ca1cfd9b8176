// SPDX-License-Identifier: Apache-2.0
#include "crypto/secret_key.hpp"

#include <sodium.h>

#include "crypto/libsodium.hpp"

namespace smm::crypto {

void fill_with_secret_bytes(unsigned char* bytes, std::size_t count) {
  start_libsodium();
  randombytes_buf(bytes, count);
}

void erase_secret_bytes(unsigned char* bytes, std::size_t count) {
  sodium_memzero(bytes, count);
}

}  // namespace smm::crypto
