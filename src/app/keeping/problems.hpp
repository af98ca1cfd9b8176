// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/keeping` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::keeping_problem {

using base::ProblemKind;

inline constexpr ProblemKind legal_hold_stands{
    "legal_hold_stands", "Nothing of this office may be deleted as long as its legal hold stands."};
inline constexpr ProblemKind no_legal_hold{"no_legal_hold",
                                           "A legal hold was to be lifted, and there is none."};
inline constexpr ProblemKind bad_certificate{
    "bad_certificate", "This is no certificate of deletion, or it was altered, or another server signed it."};

inline constexpr ProblemKind bad_retention{
    "bad_retention", "Records of this kind have no time that an office chooses, or not so many days."};

inline constexpr const ProblemKind* all[] = {&legal_hold_stands, &no_legal_hold, &bad_certificate,
                                             &bad_retention};

}  // namespace smm::app::keeping_problem
