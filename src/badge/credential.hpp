// SPDX-License-Identifier: Apache-2.0
// A badge: an Open Badges 3.0 credential (on W3C Verifiable Credentials 2.0) of one fixed shape, which says
// that a school took part in a round, and never a score.
//
// Its canonical N-Quads are written straight from the fields; there is no JSON-LD processor. That holds for
// this shape alone, so reading (read_credential.hpp) takes nothing else. All names (IRIs) are absolute.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "badge/data_integrity.hpp"
#include "base/instant.hpp"

namespace smm::badge {

struct Issuer {
  std::string id;  // where its controller document is
  std::string name;
  std::string url;

  friend bool operator==(const Issuer&, const Issuer&) = default;
};

// What a badge is for: a round of an edition.
struct Achievement {
  std::string id;
  std::string name;
  std::string description;
  std::string edition;
  std::string criteria;  // address of the page that says how it is earned
  std::string narrative;
  std::string image;  // address of the picture

  friend bool operator==(const Achievement&, const Achievement&) = default;
};

// Where it is told whether the badge was revoked.
struct StatusEntry {
  std::string list;  // address of the status list credential
  std::uint32_t index = 0;

  std::string id() const { return list + "#" + std::to_string(index); }

  friend bool operator==(const StatusEntry&, const StatusEntry&) = default;
};

struct Credential {
  std::string id;
  std::string name;
  Issuer issuer;
  base::Instant valid_from;  // whole seconds
  base::Instant valid_until;
  std::string subject;  // a name of the holder that says nothing
  std::string school;   // the holder's name as people know it
  Achievement achievement;
  StatusEntry status;

  friend bool operator==(const Credential&, const Credential&) = default;
};

struct SignedCredential {
  Credential credential;
  Proof proof;
};

std::string canonical(const Credential& credential);

SignedCredential signed_credential(Credential credential, Proof proof, const crypto::SigningKey& key);

// As a file: application/vc, with the proof.
std::string credential_json(const SignedCredential& badge);

}  // namespace smm::badge
