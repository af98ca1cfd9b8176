// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/reporting` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::reporting_problem {

using base::ProblemKind;

inline constexpr ProblemKind plan_elsewhere{
    "plan_elsewhere", "A school's action plan is changed on the page of the newest round that was frozen."};
inline constexpr ProblemKind goal_changed{"goal_changed",
                                          "Somebody changed the goal after the form was opened."};
inline constexpr ProblemKind goal_aim_unknown{
    "goal_aim_unknown", "A goal aims at a question or answer that the round's edition does not have."};

inline constexpr const ProblemKind* all[] = {&plan_elsewhere, &goal_changed, &goal_aim_unknown};

}  // namespace smm::app::reporting_problem
