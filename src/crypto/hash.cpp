// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace smm::crypto {
namespace {

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

const unsigned char* as_unsigned(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string hex(const Digest& digest) {
  std::string text(digest.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
  text.pop_back();
  return text;
}

void add(crypto_hash_sha256_state& state, std::string_view bytes) {
  crypto_hash_sha256_update(&state, as_unsigned(bytes), bytes.size());
}

void add_with_length(crypto_hash_sha256_state& state, std::string_view bytes) {
  add(state, std::to_string(bytes.size()) + ":");
  add(state, bytes);
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Digest digest;
  crypto_hash_sha256(digest.data(), as_unsigned(bytes), bytes.size());
  return hex(digest);
}

std::string sha256_bytes(std::string_view bytes) {
  Digest digest;
  crypto_hash_sha256(digest.data(), as_unsigned(bytes), bytes.size());
  return {digest.begin(), digest.end()};
}

std::string sha256_hex_of_parts(std::vector<NamedBytes> parts) {
  std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const NamedBytes& part : parts) {
    add_with_length(state, part.name);
    add_with_length(state, part.bytes);
  }
  Digest digest;
  crypto_hash_sha256_final(&state, digest.data());
  return hex(digest);
}

}  // namespace smm::crypto
