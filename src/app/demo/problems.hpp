// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/demo` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::demo_problem {

using base::ProblemKind;

inline constexpr ProblemKind demo_folder_taken{
    "demo_folder_taken",
    "The folder holds something that no demo made, or the demo that was asked for already."};
inline constexpr ProblemKind demo_unfinished{
    "demo_unfinished", "The folder holds a demo that was interrupted; it has to be removed first."};

inline constexpr ProblemKind demo_answer{"demo_answer",
                                         "A row of the answers given to a demo names no state, no question "
                                         "of the school's sheet, or no school of the demo."};

inline constexpr const ProblemKind* all[] = {&demo_folder_taken, &demo_unfinished, &demo_answer};

}  // namespace smm::app::demo_problem
