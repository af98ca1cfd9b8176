// SPDX-License-Identifier: Apache-2.0
// The public keys that an identity provider signs with, read from its JSON Web Key Set (RFC 7517).
//
// Keys that are not for checking signatures, or of kinds that are not known here, are left out, as the
// standard asks: a provider may list more than one of its kind needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/jwt_signature.hpp"

namespace smm::adapters {

struct ProviderKey {
  std::string id;                                 // "kid"; may be empty
  std::optional<crypto::JwtAlgorithm> algorithm;  // when the key is for this one alone
  crypto::JwtPublicKey key;
};

using KeySet = std::vector<ProviderKey>;

// Problem: identity_provider_unusable, when it is no key set.
base::Result<KeySet> read_key_set(std::string_view json);

}  // namespace smm::adapters
