// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_wrap.hpp"

#include <sodium.h>

#include <array>

#include "base/base32.hpp"
#include "crypto/framing.hpp"
#include "crypto/sealed_bytes.hpp"

namespace smm::crypto {
namespace {

constexpr std::string_view key_text_start = "smm-key-1-";

std::string_view key_bytes(const InstallationKey& key) {
  return {reinterpret_cast<const char*>(key.reveal()), secret_key_size};
}

void erase_text(std::string& text) {
  erase_secret_bytes(reinterpret_cast<unsigned char*>(text.data()), text.size());
}

std::string wrapping_place(std::string_view owner) {
  return framed({"data key", owner});
}

std::string_view without_margins(std::string_view text) {
  constexpr std::string_view margins = " \t\r\n";
  const auto first = text.find_first_not_of(margins);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(margins) - first + 1);
}

}  // namespace

// Keyed BLAKE2b of a fixed text: whoever has the id learns nothing of the key.
std::string key_id(const InstallationKey& key) {
  constexpr std::string_view purpose = "smm installation key id";
  std::array<unsigned char, crypto_generichash_BYTES_MIN> hash;
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(purpose.data()),
                     purpose.size(), key.reveal(), secret_key_size);
  std::array<char, 17> hex;
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), 8);
  return hex.data();
}

WrappedKey wrap(const InstallationKey& under, const DataKey& key, std::string_view owner) {
  const std::string_view bytes(reinterpret_cast<const char*>(key.reveal()), secret_key_size);
  return {key_id(under), seal_bytes(under.reveal(), bytes, wrapping_place(owner))};
}

std::optional<DataKey> unwrap(const InstallationKey& under, const WrappedKey& wrapped,
                              std::string_view owner) {
  if (wrapped.key_id != key_id(under)) return std::nullopt;
  auto bytes = open_bytes(under.reveal(), wrapped.sealed, wrapping_place(owner));
  if (!bytes) return std::nullopt;
  auto key = DataKey::from_bytes(*bytes);
  erase_text(*bytes);
  return key;
}

std::optional<WrappedKey> rewrap(const InstallationKey& from, const InstallationKey& to,
                                 const WrappedKey& wrapped, std::string_view owner) {
  const auto key = unwrap(from, wrapped, owner);
  if (!key) return std::nullopt;
  return wrap(to, *key, owner);
}

std::string key_text(const InstallationKey& key) {
  return std::string(key_text_start) + base::base32(key_bytes(key)) + "-" + key_id(key);
}

std::optional<InstallationKey> read_key_text(std::string_view text) {
  text = without_margins(text);
  if (!text.starts_with(key_text_start)) return std::nullopt;
  text.remove_prefix(key_text_start.size());
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  auto bytes = base::from_base32(text.substr(0, dash));
  if (!bytes) return std::nullopt;
  auto key = InstallationKey::from_bytes(*bytes);
  erase_text(*bytes);
  if (!key || key_id(*key) != text.substr(dash + 1)) return std::nullopt;
  return key;
}

}  // namespace smm::crypto
