// SPDX-License-Identifier: Apache-2.0
// Use cases: what an installation tells everybody about its badges (keys, status lists), and whether a file
// is a badge that holds, from this installation's own keys and lists or from files.
#pragma once

#include <optional>
#include <string>

#include "app/files.hpp"
#include "app/installation/installation.hpp"
#include "badge/verify.hpp"

namespace smm::app {

struct VerifiedBadge {
  badge::SignedCredential badge;
  badge::Verdict verdict;
};

// As of today, signed. Problems: badge_key_missing.
base::Result<badge::StatusCredential> badge_status(Installation& installation, std::int64_t list);

// `file` is the bytes of a badge: JSON, or a baked SVG or PNG. Asks no other host. Problems: badge_not_found,
// badge_shape, and those of JSON.
base::Result<VerifiedBadge> verify_badge(Installation& installation, std::string_view file);

// The same from files alone: the issuer's controller document and, unless it is absent, a status list.
struct BadgeEvidence {
  std::string badge;
  std::string controller;
  std::optional<std::string> status;
};
base::Result<VerifiedBadge> verify_badge_files(const Files& files, const BadgeEvidence& paths,
                                               base::Instant now);

}  // namespace smm::app
