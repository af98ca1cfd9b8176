// SPDX-License-Identifier: Apache-2.0
// SecretKey<Tag>: 32 secret bytes that are hard to give away by accident. No copies (a move empties the
// source), no printing, no comparison; zeroed when they go. A type per use, so that a key that wraps keys
// cannot seal answers.
//
// Makes new keys from the operating system's randomness. What it cannot do: keep the bytes out of a core
// dump or of swap, which the system's settings have to.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace smm::crypto {

inline constexpr std::size_t secret_key_size = 32;

void fill_with_secret_bytes(unsigned char* bytes, std::size_t count);
void erase_secret_bytes(unsigned char* bytes, std::size_t count);

template <class Tag>
class SecretKey {
 public:
  static SecretKey make() {
    SecretKey key;
    fill_with_secret_bytes(key.bytes_.data(), key.bytes_.size());
    return key;
  }

  // From exactly 32 bytes; the caller's copy remains the caller's to erase.
  static std::optional<SecretKey> from_bytes(std::string_view bytes) {
    if (bytes.size() != secret_key_size) return std::nullopt;
    SecretKey key;
    for (std::size_t i = 0; i < secret_key_size; ++i) key.bytes_[i] = static_cast<unsigned char>(bytes[i]);
    return key;
  }

  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;
  SecretKey(SecretKey&& other) noexcept : bytes_(other.bytes_) { other.erase(); }
  SecretKey& operator=(SecretKey&& other) noexcept {
    if (this == &other) return *this;
    bytes_ = other.bytes_;
    other.erase();
    return *this;
  }
  ~SecretKey() { erase(); }

  // For a cipher or a seal around it, and nothing else.
  const unsigned char* reveal() const { return bytes_.data(); }

 private:
  SecretKey() = default;
  void erase() { erase_secret_bytes(bytes_.data(), bytes_.size()); }

  std::array<unsigned char, secret_key_size> bytes_{};
};

// Seals what is stored; one per school.
using DataKey = SecretKey<struct DataKeyTag>;
// Wraps data keys; one per installation, kept outside the data folder.
using InstallationKey = SecretKey<struct InstallationKeyTag>;
// The seed of an Ed25519 key pair.
using SigningKey = SecretKey<struct SigningKeyTag>;

}  // namespace smm::crypto
