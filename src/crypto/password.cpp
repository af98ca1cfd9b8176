// SPDX-License-Identifier: Apache-2.0
#include "crypto/password.hpp"

#include <sodium.h>

#include <array>

#include "base/environment_error.hpp"
#include "crypto/libsodium.hpp"

namespace smm::crypto {
namespace {

constexpr unsigned long long argon_passes = 2;
constexpr std::size_t argon_memory = std::size_t{19} * 1024 * 1024;

// What the library takes: a text with an end, of at most its own length.
bool is_stored_password(std::string_view stored) {
  return stored.size() < crypto_pwhash_STRBYTES && stored.starts_with("$argon2id$");
}

}  // namespace

std::string hash_password(std::string_view password) {
  start_libsodium();
  std::array<char, crypto_pwhash_STRBYTES> stored;
  const int failed = crypto_pwhash_str_alg(stored.data(), password.data(), password.size(), argon_passes,
                                           argon_memory, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw base::EnvironmentError("There is not enough memory to hash a password (19 MiB).");
  return stored.data();
}

bool password_matches(std::string_view stored, std::string_view password) {
  if (!is_stored_password(stored)) return false;
  start_libsodium();
  return crypto_pwhash_str_verify(std::string(stored).c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view stored) {
  if (!is_stored_password(stored)) return true;
  return crypto_pwhash_str_needs_rehash(std::string(stored).c_str(), argon_passes, argon_memory) != 0;
}

}  // namespace smm::crypto
