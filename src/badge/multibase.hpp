// SPDX-License-Identifier: Apache-2.0
// Bytes as text with a letter in front that names the alphabet (Multibase): "z" is base58 with Bitcoin's
// alphabet, "u" base64 for URLs without padding. And an Ed25519 public key as a Multikey: base58 of the bytes
// ed 01 and the key, which begins with "z6Mk" (W3C Controlled Identifiers 1.0, section 2.2.2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smm::badge {

std::string multibase_base58(std::string_view bytes);
std::optional<std::string> from_multibase_base58(std::string_view text);  // at most 128 characters

std::string multikey(std::string_view public_key);  // of 32 bytes
// The 32 bytes; nothing for another kind of key.
std::optional<std::string> from_multikey(std::string_view text);

}  // namespace smm::badge
