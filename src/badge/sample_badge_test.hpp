// SPDX-License-Identifier: Apache-2.0
// A badge, its issuer and its status list, for tests.
#pragma once

#include "badge/controller.hpp"
#include "badge/credential.hpp"
#include "badge/status_credential.hpp"
#include "badge/utc_text.hpp"
#include "crypto/sign.hpp"

namespace smm::badge::sample {

inline const std::string issuer = "https://metrics.example.org/badges/issuer";
inline const std::string list = "https://metrics.example.org/badges/status/1";

inline crypto::SigningKey key(char seed = 'k') {
  return *crypto::SigningKey::from_bytes(std::string(32, seed));
}

inline base::Instant moment(std::string_view text) {
  return *from_utc_text(text);
}

inline Controller controller() {
  return {issuer, {published_key(issuer, crypto::public_key(key()))}};
}

inline Proof proof() {
  return {"2026-11-22T09:00:00Z", controller().keys[0].name};
}

inline Credential credential() {
  return {.id = "urn:uuid:11111111-1111-4111-8111-111111111111",
          .name = "Social Mission Metrics participant, 2026",
          .issuer = {issuer, "Program office of \"River\" \\ Lake", "https://metrics.example.org/"},
          .valid_from = moment("2026-11-22T09:00:00Z"),
          .valid_until = moment("2029-11-22T09:00:00Z"),
          .subject = "urn:uuid:22222222-2222-4222-8222-222222222222",
          .school = "École of <Nursing> ]]> & Health",
          .achievement = {.id = "https://metrics.example.org/badges/rounds/2026",
                          .name = "Participant, 2026",
                          .description = "Took part.",
                          .edition = "smm-2026",
                          .criteria = "https://metrics.example.org/about/badge",
                          .narrative = "Answered and attested.",
                          .image = "https://metrics.example.org/badges/rounds/2026/picture.png"},
          .status = {list, 94567}};
}

inline SignedCredential badge() {
  return signed_credential(credential(), proof(), key());
}

inline StatusCredential status(const StatusList& bits = {}) {
  return signed_status({.id = list,
                        .issuer = issuer,
                        .valid_from = moment("2026-11-22T00:00:00Z"),
                        .valid_until = moment("2026-11-29T00:00:00Z"),
                        .encoded_list = bits.encoded()},
                       proof(), key());
}

}  // namespace smm::badge::sample
