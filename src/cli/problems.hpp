// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `cli` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::cli::problem {

using base::ProblemKind;

inline constexpr ProblemKind bad_setting{
    "bad_setting", "A setting of the service is missing, contradicts another, or is out of range."};

inline constexpr const ProblemKind* all[] = {&bad_setting};

}  // namespace smm::cli::problem
