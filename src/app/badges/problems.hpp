// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/badges` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::badges_problem {

using base::ProblemKind;

inline constexpr ProblemKind badge_key_missing{"badge_key_missing",
                                               "There is no key yet with which badges are signed."};
inline constexpr ProblemKind badge_key_exists{
    "badge_key_exists", "There is a key for badges already; another replaces it by rotation."};
inline constexpr ProblemKind badge_not_submitted{
    "badge_not_submitted", "A badge is for a sheet that was attested and submitted, and this one is not."};
inline constexpr ProblemKind badge_years{"badge_years", "A badge holds for 1 to 10 years."};
inline constexpr ProblemKind badge_revoked{"badge_revoked", "The badge was revoked before."};
inline constexpr ProblemKind no_such_badge{"no_such_badge", "There is no such badge."};

inline constexpr const ProblemKind* all[] = {&badge_key_missing, &badge_key_exists, &badge_not_submitted,
                                             &badge_years,       &badge_revoked,    &no_such_badge};

}  // namespace smm::app::badges_problem
