// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/placing` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::placing::problem {

using base::ProblemKind;

inline constexpr ProblemKind reference_exists{
    "reference_exists", "A reference folder has another list of the same kind and day."};

inline constexpr const ProblemKind* all[] = {&reference_exists};

}  // namespace smm::app::placing::problem
