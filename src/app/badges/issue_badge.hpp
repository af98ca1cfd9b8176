// SPDX-License-Identifier: Apache-2.0
// Use cases: hand out a badge for a sheet that was attested and submitted, and take one back.
//
// A badge says that the school took part in the round, and never a score. A part has at most one badge that
// holds: who asks again gets the same one. Its place in a status list is random among those that are free.
#pragma once

#include <string>
#include <vector>

#include "app/installation/installation.hpp"
#include "render/texts.hpp"

namespace smm::app {

inline constexpr int usual_badge_years = 3;

struct BadgeWish {
  std::string round;   // code
  std::string school;  // code
  int years = usual_badge_years;
};

// Problems: round_not_found (also for a school that has no part in it), badge_not_submitted, badge_years,
// badge_key_missing.
base::Result<KeptBadge> issue_badge(Installation& installation, const render::Texts& texts,
                                    const BadgeWish& wish, const std::string& actor);

// Problems: no_such_badge, badge_revoked, reason_needed.
base::Result<KeptBadge> revoke_badge(Installation& installation, const BadgeId& id, const std::string& reason,
                                     const std::string& actor);

// Newest first.
base::Result<std::vector<KeptBadge>> badges_of_part(Installation& installation, const SheetKey& sheet);

}  // namespace smm::app
