// SPDX-License-Identifier: Apache-2.0
// Ed25519 signatures (RFC 8032, by libsodium): who has the signing key said these bytes. Signing the same
// bytes twice gives the same signature. A signing key is the 32-byte seed of the RFC.
#pragma once

#include <string>
#include <string_view>

#include "crypto/secret_key.hpp"

namespace smm::crypto {

// 32 bytes, no secret.
std::string public_key(const SigningKey& key);

// 64 bytes.
std::string sign(const SigningKey& key, std::string_view message);

// False for a signature or public key of another length, or one that the RFC refuses.
bool signature_is_valid(std::string_view public_key, std::string_view message, std::string_view signature);

}  // namespace smm::crypto
