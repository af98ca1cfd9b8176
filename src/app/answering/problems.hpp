// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/answering` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::answering_problem {

using base::ProblemKind;

inline constexpr ProblemKind no_such_question{
    "no_such_question", "The sheet of this school has no such question for this program."};
inline constexpr ProblemKind not_handed_out{"not_handed_out", "The question was not handed to this person."};

inline constexpr const ProblemKind* all[] = {&no_such_question, &not_handed_out};

}  // namespace smm::app::answering_problem
