// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `stats` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::stats::problem {

inline constexpr base::ProblemKind margin_without_sample{
    "margin_without_sample",
    "A category of a margin has weight in the population, but no unit of the sample is in it."};
inline constexpr base::ProblemKind margins_differ{
    "margins_differ", "Two margins that weights are raked to add up to different totals."};
inline constexpr base::ProblemKind raking_unsettled{
    "raking_unsettled", "No weights meet all margins at once: raking went on without settling."};

inline constexpr const base::ProblemKind* all[] = {&margin_without_sample, &margins_differ,
                                                   &raking_unsettled};

}  // namespace smm::stats::problem
