// SPDX-License-Identifier: Apache-2.0
#include "crypto/token.hpp"

#include <sodium.h>

#include "base/assert.hpp"
#include "base/base32.hpp"
#include "crypto/base64.hpp"
#include "crypto/framing.hpp"
#include "crypto/hash.hpp"
#include "crypto/secret_key.hpp"

namespace smm::crypto {
namespace {

constexpr unsigned fewest_token_bits = 40;  // a recovery code, tried a few times at most

std::string random_token_bytes(unsigned bits) {
  SMM_ASSERT(bits >= fewest_token_bits);
  std::string bytes((bits + 7) / 8, '\0');
  fill_with_secret_bytes(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size());
  return bytes;
}

}  // namespace

std::string token_base64url(unsigned bits) {
  return base64url(random_token_bytes(bits));
}

std::string token_base32(unsigned bits) {
  return base::base32(random_token_bytes(bits));
}

std::string token_at_rest(std::string_view use, std::string_view token) {
  return sha256_hex(framed({"token", use, token}));
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace smm::crypto
