// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `outcomes/registry` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::outcomes::registry::problem {

using base::ProblemKind;

inline constexpr ProblemKind snapshot_damaged{
    "snapshot_damaged", "A file is no snapshot of the registry, or is cut off or changed since it was made."};

inline constexpr const ProblemKind* all[] = {&snapshot_damaged};

}  // namespace smm::outcomes::registry::problem
