// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/installation` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::installation_problem {

using base::ProblemKind;

inline constexpr ProblemKind not_signed_in{"not_signed_in",
                                           "What was asked for needs somebody who is signed in."};
inline constexpr ProblemKind not_allowed{"not_allowed", "Nobody gave this person the right to do that."};
inline constexpr ProblemKind not_there{
    "not_there", "There is nothing of this name, or nothing that this person may know of."};
inline constexpr ProblemKind confirm_first{"confirm_first",
                                           "Before this act the person has to prove again who they are."};
inline constexpr ProblemKind second_factor_needed{
    "second_factor_needed", "An office role needs a one-time code beside the password or link."};
inline constexpr ProblemKind key_unavailable{
    "key_unavailable",
    "A school's sealed data does not open under the installation key that the program was given."};
inline constexpr ProblemKind busy{"busy",
                                  "Too much is waiting to be saved; the same request may succeed later."};

inline constexpr const ProblemKind* all[] = {
    &not_signed_in, &not_allowed, &not_there, &confirm_first, &second_factor_needed, &key_unavailable, &busy};

}  // namespace smm::app::installation_problem
