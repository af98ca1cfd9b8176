// SPDX-License-Identifier: Apache-2.0
#include "crypto/sign.hpp"

#include <sodium.h>

#include <array>

namespace smm::crypto {
namespace {

static_assert(secret_key_size == crypto_sign_SEEDBYTES);

const unsigned char* signed_bytes(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

// libsodium's form of a key pair, erased when it goes.
struct KeyPair {
  explicit KeyPair(const SigningKey& key) {
    crypto_sign_seed_keypair(open_half.data(), secret_half.data(), key.reveal());
  }
  KeyPair(const KeyPair&) = delete;
  KeyPair& operator=(const KeyPair&) = delete;
  ~KeyPair() { erase_secret_bytes(secret_half.data(), secret_half.size()); }

  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open_half;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_half;
};

}  // namespace

std::string public_key(const SigningKey& key) {
  const KeyPair pair(key);
  return {pair.open_half.begin(), pair.open_half.end()};
}

std::string sign(const SigningKey& key, std::string_view message) {
  const KeyPair pair(key);
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, signed_bytes(message),
                       message.size(), pair.secret_half.data());
  return signature;
}

bool signature_is_valid(std::string_view public_key, std::string_view message, std::string_view signature) {
  if (public_key.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES) return false;
  return crypto_sign_verify_detached(signed_bytes(signature), signed_bytes(message), message.size(),
                                     signed_bytes(public_key)) == 0;
}

}  // namespace smm::crypto
