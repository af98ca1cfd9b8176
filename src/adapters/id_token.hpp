// SPDX-License-Identifier: Apache-2.0
// Checks an ID token (OpenID Connect Core 1.0, section 3.1.3.7, and RFC 8725): who signed it, for whom, for
// which sign-in, and when. Pure: keys and time are arguments.
//
// Taken: RS256, PS256 and ES256 in compact form. Refused: "none", shared secrets, encrypted tokens, tokens of
// another type (RFC 9068 access tokens), header extensions that must be understood ("crit"), several
// audiences without "azp". Times may be off by `skew_seconds`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/key_set.hpp"
#include "app/identity_provider.hpp"

namespace smm::adapters {

struct IdTokenWanted {
  std::string issuer;
  std::string client_id;
  std::string nonce;
  std::string access_token = {};  // that came with it; checked when the token names its hash
  base::Instant now;
  std::int64_t skew_seconds = 120;
  std::optional<base::Instant> signed_in_since = std::nullopt;  // the person has to have signed in since
};

// Problem: id_token_refused, with the first reason found.
base::Result<app::VerifiedClaims> verified_id_token(std::string_view token, const KeySet& keys,
                                                    const IdTokenWanted& wanted);

// Does the token name a key that is not among these? Then the provider may have a new one. Nothing of the
// token is believed by this.
bool names_other_key(std::string_view token, const KeySet& keys);

}  // namespace smm::adapters
