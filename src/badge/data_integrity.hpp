// SPDX-License-Identifier: Apache-2.0
// A Data Integrity proof with the suite eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites 1.0, section
// 3.2): Ed25519 over SHA-256(canonical proof options) || SHA-256(canonical document).
//
// What the canonical document is, its own writers say (credential.hpp, status_credential.hpp).
#pragma once

#include <string>
#include <string_view>

#include "crypto/secret_key.hpp"

namespace smm::badge {

struct Proof {
  std::string created;              // "2026-11-22T09:00:00Z"
  std::string verification_method;  // the key's name in the issuer's controller document
  std::string value = {};           // "z...", the signature; empty before it is made
};

// The proof's options, all but its value.
std::string canonical(const Proof& proof);

// 64 bytes.
std::string hash_to_sign(std::string_view canonical_proof, std::string_view canonical_document);

// The same proof with its value.
Proof signed_proof(Proof proof, std::string_view canonical_document, const crypto::SigningKey& key);

bool holds(const Proof& proof, std::string_view canonical_document, std::string_view public_key);

}  // namespace smm::badge
