// SPDX-License-Identifier: Apache-2.0
// Is a badge genuine, and does it still hold? Everything it hangs on is handed in: the badge, the issuer's
// controller document, a status list, the time. Nothing is fetched.
#pragma once

#include <optional>
#include <string_view>

#include "badge/controller.hpp"
#include "badge/credential.hpp"
#include "badge/status_credential.hpp"
#include "base/instant.hpp"

namespace smm::badge {

enum class Finding {
  holds,
  other_issuer,   // issued by somebody else than this controller
  unknown_key,    // signed with a key that the controller does not name
  not_as_signed,  // forged, or changed after it was signed
  not_yet_valid,
  revoked,
  expired,
  status_unknown  // genuine and in time; the status list that was given does not tell of it
};

std::string_view to_string(Finding finding);

struct Verdict {
  Finding finding = Finding::not_as_signed;
  bool status_checked = false;  // against a status list
};

// Without a status list, a badge that was revoked holds all the same: see status_checked.
Verdict verify(const SignedCredential& badge, const Controller& controller,
               const std::optional<StatusCredential>& status, base::Instant now);

}  // namespace smm::badge
