// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `badge` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::badge::problem {

using base::ProblemKind;

inline constexpr ProblemKind badge_not_found{"badge_not_found", "A file holds no badge."};
inline constexpr ProblemKind badge_shape{
    "badge_shape", "A badge, status list or controller document is not of the shape that is made here."};
inline constexpr ProblemKind badge_status_list{"badge_status_list",
                                               "The bits of a status list cannot be unpacked."};

inline constexpr const ProblemKind* all[] = {&badge_not_found, &badge_shape, &badge_status_list};

}  // namespace smm::badge::problem
