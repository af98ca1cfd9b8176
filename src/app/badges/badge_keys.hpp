// SPDX-License-Identifier: Apache-2.0
// The keys with which badges are signed: at most one signs, those it replaced stay published, so that what
// they signed can still be verified. Seeds are sealed under the office's data key, as other secrets are; they
// are opened for the moment of signing.
//
// When a key may have been stolen, rotating is not enough: what it signed, genuine or forged, has to be told
// apart by hand, since a retired key still verifies.
#pragma once

#include <vector>

#include "app/installation/installation.hpp"
#include "badge/controller.hpp"
#include "crypto/secret_key.hpp"

namespace smm::app {

// The first key. Problem: badge_key_exists.
base::Result<BadgeKey> new_badge_key(Installation& installation, const std::string& actor);

// A new key in place of the one that signs. Problem: badge_key_missing.
base::Result<BadgeKey> rotate_badge_key(Installation& installation, const std::string& actor);

// Oldest first.
base::Result<std::vector<BadgeKey>> badge_keys(Installation& installation);

// What is published at the issuer's address.
badge::Controller badge_controller(Records& records, const std::string& public_url);

// The key that signs now, opened, and its name in the controller document. Problem: badge_key_missing.
struct SigningBadgeKey {
  crypto::SigningKey key;
  std::string name;
};
base::Result<SigningBadgeKey> signing_badge_key(Records& records, const Seals& office,
                                                const std::string& public_url);

}  // namespace smm::app
