// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/releasing` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::releasing_problem {

using base::ProblemKind;

inline constexpr ProblemKind bad_check_days{"bad_check_days",
                                            "The checks of a round last from 1 to 90 days."};
inline constexpr ProblemKind checks_not_over{"checks_not_over",
                                             "A round is frozen when its checks have ended, not before."};
inline constexpr ProblemKind round_moved{"round_moved",
                                         "A round changed while it was being frozen; nothing was released."};
inline constexpr ProblemKind not_frozen{
    "not_frozen", "Nothing was released of this round yet, so there is nothing to compare with."};
inline constexpr ProblemKind not_attested{"not_attested",
                                          "The school attested nothing before the round was frozen."};
inline constexpr ProblemKind question_text{"question_text", "A question to a school is empty or too long."};
inline constexpr ProblemKind question_settled{
    "question_settled", "The question to the school is settled already, or there is none."};
inline constexpr ProblemKind round_not_checked{"round_not_checked",
                                               "The round is not being checked at this time."};

inline constexpr const ProblemKind* all[] = {&bad_check_days,   &checks_not_over,  &round_moved,
                                             &not_frozen,       &not_attested,     &question_text,
                                             &question_settled, &round_not_checked};

}  // namespace smm::app::releasing_problem
