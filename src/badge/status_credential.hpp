// SPDX-License-Identifier: Apache-2.0
// A status list as a signed credential of one fixed shape, for everybody to fetch.
#pragma once

#include <string>

#include "badge/data_integrity.hpp"
#include "badge/status_list.hpp"
#include "base/document.hpp"
#include "base/instant.hpp"

namespace smm::badge {

struct StatusCredential {
  std::string id;      // its address
  std::string issuer;  // where the controller document is
  base::Instant valid_from;
  base::Instant valid_until;
  std::string encoded_list;  // StatusList::encoded()
  Proof proof = {};
};

std::string canonical(const StatusCredential& credential);

StatusCredential signed_status(StatusCredential credential, Proof proof, const crypto::SigningKey& key);

std::string status_json(const StatusCredential& credential);

// Takes the one shape and nothing else, as read_credential() does.
base::Result<StatusCredential> read_status_credential(const base::Document& document);

}  // namespace smm::badge
