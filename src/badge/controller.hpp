// SPDX-License-Identifier: Apache-2.0
// A controller document (W3C Controlled Identifiers 1.0): the public keys with which an issuer signs, at the
// address that is the issuer's name. Keys that were replaced stay in it, so that what they signed can still
// be verified; a key that may have been stolen has to be taken out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/document.hpp"
#include "base/result.hpp"

namespace smm::badge {

struct PublishedKey {
  std::string name;        // the issuer's name, "#" and the multikey
  std::string public_key;  // 32 bytes

  friend bool operator==(const PublishedKey&, const PublishedKey&) = default;
};

struct Controller {
  std::string id;
  std::vector<PublishedKey> keys;

  const PublishedKey* key(const std::string& name) const;
};

PublishedKey published_key(const std::string& controller, const std::string& public_key);

std::string controller_json(const Controller& controller);

// Takes what controller_json() writes, in any order of keys.
base::Result<Controller> read_controller(const base::Document& document);

}  // namespace smm::badge
