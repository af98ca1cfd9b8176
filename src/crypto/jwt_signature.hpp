// SPDX-License-Identifier: Apache-2.0
// Checks signatures of JSON Web Tokens (RFC 7518, section 3) by OpenSSL: RS256, PS256 and ES256, which are
// what identity providers sign with. There is no "none", and nothing with a shared secret (HS256 and so on):
// a server's public key taken for such a secret is a known forgery.
//
// The kind of key belongs to the algorithm: one of another kind never verifies. Keys that are too weak or
// absurdly large (RSA below 2048 or above 8192 bits, an even exponent or one above 2^32, a point that is not
// on the curve) verify nothing. Reading tokens and key sets is not done here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace smm::crypto {

enum class JwtAlgorithm { rs256, ps256, es256 };

// The algorithm that a token's header names, exactly.
std::optional<JwtAlgorithm> jwt_algorithm(std::string_view name);

// Big-endian numbers, as a JSON Web Key has them once its base64url is read.
struct RsaPublicKey {
  std::string modulus;
  std::string exponent;
};

// A point on the curve P-256: two numbers of 32 bytes.
struct P256PublicKey {
  std::string x;
  std::string y;
};

using JwtPublicKey = std::variant<RsaPublicKey, P256PublicKey>;

bool can_sign(const JwtPublicKey& key, JwtAlgorithm algorithm);

// `signature` are its bytes; an ES256 signature has 64, without the DER around it.
bool jwt_signature_is_valid(JwtAlgorithm algorithm, const JwtPublicKey& key, std::string_view message,
                            std::string_view signature);

}  // namespace smm::crypto
