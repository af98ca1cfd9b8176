// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `outcomes/pathway` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::outcomes::pathway::problem {

using base::ProblemKind;

inline constexpr ProblemKind pathway_bad_entry{
    "pathway_bad_entry", "An entry of a pathway registry is not written as its kind asks."};
inline constexpr ProblemKind pathway_unknown_learner{"pathway_unknown_learner",
                                                     "A pathway registry has no learner with this id."};
inline constexpr ProblemKind pathway_contradiction{
    "pathway_contradiction", "Two entries of a pathway registry about one learner cannot both be true."};
inline constexpr ProblemKind pathway_future_date{
    "pathway_future_date", "An entry of a pathway registry is dated after the day given."};

inline constexpr const ProblemKind* all[] = {&pathway_bad_entry, &pathway_unknown_learner,
                                             &pathway_contradiction, &pathway_future_date};

}  // namespace smm::outcomes::pathway::problem
