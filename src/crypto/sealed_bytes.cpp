// SPDX-License-Identifier: Apache-2.0
#include "crypto/sealed_bytes.hpp"

#include <sodium.h>

#include "crypto/libsodium.hpp"
#include "crypto/seal.hpp"

namespace smm::crypto {
namespace {

constexpr char seal_version = 1;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(seal_overhead == 1 + nonce_size + crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(secret_key_size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

unsigned char* sealing_bytes(std::string& text, std::size_t from = 0) {
  return reinterpret_cast<unsigned char*>(text.data()) + from;
}

const unsigned char* sealing_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string seal_bytes(const unsigned char* key, std::string_view plain, std::string_view place) {
  start_libsodium();
  std::string sealed(plain.size() + seal_overhead, '\0');
  sealed[0] = seal_version;
  randombytes_buf(sealing_bytes(sealed, 1), nonce_size);
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealing_bytes(sealed, 1 + nonce_size), nullptr,
                                             sealing_bytes(plain), plain.size(), sealing_bytes(place),
                                             place.size(), nullptr, sealing_bytes(sealed, 1), key);
  return sealed;
}

std::optional<std::string> open_bytes(const unsigned char* key, std::string_view sealed,
                                      std::string_view place) {
  if (sealed.size() < seal_overhead || sealed[0] != seal_version) return std::nullopt;
  start_libsodium();
  const std::string_view nonce = sealed.substr(1, nonce_size);
  const std::string_view cipher = sealed.substr(1 + nonce_size);
  std::string plain(sealed.size() - seal_overhead, '\0');
  const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
      sealing_bytes(plain), nullptr, nullptr, sealing_bytes(cipher), cipher.size(), sealing_bytes(place),
      place.size(), sealing_bytes(nonce), key);
  if (refused != 0) return std::nullopt;
  return plain;
}

}  // namespace smm::crypto
