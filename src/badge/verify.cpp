// SPDX-License-Identifier: Apache-2.0
#include "badge/verify.hpp"

#include "base/assert.hpp"

namespace smm::badge {
namespace {

// Signed by a key of this issuer, whom the proof's key belongs to?
template <class Document>
Finding genuine(const Document& document, const Proof& proof, const std::string& issuer,
                const Controller& controller) {
  if (issuer != controller.id) return Finding::other_issuer;
  const PublishedKey* key = controller.key(proof.verification_method);
  if (key == nullptr) return Finding::unknown_key;
  return holds(proof, canonical(document), key->public_key) ? Finding::holds : Finding::not_as_signed;
}

// Nothing when the list does not tell of this badge, or is not to be believed.
std::optional<bool> revoked(const Credential& badge, const Controller& controller,
                            const StatusCredential& status, base::Instant now) {
  if (status.id != badge.status.list) return std::nullopt;
  if (genuine(status, status.proof, status.issuer, controller) != Finding::holds) return std::nullopt;
  if (now < status.valid_from || now >= status.valid_until) return std::nullopt;
  const auto list = StatusList::decoded(status.encoded_list);
  if (!list || badge.status.index >= list->entries()) return std::nullopt;
  return list->is_revoked(badge.status.index);
}

}  // namespace

std::string_view to_string(Finding finding) {
  switch (finding) {
    case Finding::holds:
      return "holds";
    case Finding::other_issuer:
      return "other_issuer";
    case Finding::unknown_key:
      return "unknown_key";
    case Finding::not_as_signed:
      return "not_as_signed";
    case Finding::not_yet_valid:
      return "not_yet_valid";
    case Finding::revoked:
      return "revoked";
    case Finding::expired:
      return "expired";
    case Finding::status_unknown:
      return "status_unknown";
  }
  SMM_ASSERT(false);
}

Verdict verify(const SignedCredential& badge, const Controller& controller,
               const std::optional<StatusCredential>& status, base::Instant now) {
  const Credential& credential = badge.credential;
  const Finding signature = genuine(credential, badge.proof, credential.issuer.id, controller);
  if (signature != Finding::holds) return {signature, false};
  const auto is_revoked = status ? revoked(credential, controller, *status, now) : std::nullopt;
  if (is_revoked == true) return {Finding::revoked, true};
  if (now < credential.valid_from) return {Finding::not_yet_valid, is_revoked.has_value()};
  if (now >= credential.valid_until) return {Finding::expired, is_revoked.has_value()};
  if (status && !is_revoked) return {Finding::status_unknown, false};
  return {Finding::holds, is_revoked.has_value()};
}

}  // namespace smm::badge
