// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/rounds` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::rounds_problem {

using base::ProblemKind;

inline constexpr ProblemKind roster_column{"roster_column",
                                           "A roster lacks a column, or has one that is not known."};
inline constexpr ProblemKind roster_code{
    "roster_code",
    "A school's code holds other than letters, digits, dots, dashes and underscores, or is too long."};
inline constexpr ProblemKind roster_programme{"roster_programme",
                                              "A roster names a program that the edition does not have."};
inline constexpr ProblemKind roster_professions{"roster_professions",
                                                "One school of a roster has programs of two professions."};
inline constexpr ProblemKind roster_repeated{"roster_repeated",
                                             "A roster names the same program of a school twice."};
inline constexpr ProblemKind roster_differs{"roster_differs",
                                            "Two rows of one school differ in what they say of the school."};
inline constexpr ProblemKind roster_cell{"roster_cell",
                                         "A cell of a roster is empty, too long, or no such value."};
inline constexpr ProblemKind round_exists{"round_exists", "A round of this code is there already."};
inline constexpr ProblemKind round_not_found{"round_not_found", "There is no round of this code."};
inline constexpr ProblemKind bad_round{"bad_round", "A round cannot be made as it was described."};
inline constexpr ProblemKind nobody_to_invite{"nobody_to_invite",
                                              "A school has no address to invite anybody at."};
inline constexpr ProblemKind reason_needed{"reason_needed", "This act needs a reason, and none was given."};
inline constexpr ProblemKind not_a_member{"not_a_member", "The person has no such part at the school."};
inline constexpr ProblemKind last_coordinator{"last_coordinator",
                                              "A school keeps at least one coordinator or its dean."};
inline constexpr ProblemKind no_such_target{"no_such_target",
                                            "There is no such packet, area or question to hand out."};

inline constexpr const ProblemKind* all[] = {
    &roster_column,    &roster_code,   &roster_programme, &roster_professions, &roster_repeated,
    &roster_differs,   &roster_cell,   &round_exists,     &round_not_found,    &bad_round,
    &nobody_to_invite, &reason_needed, &not_a_member,     &last_coordinator,   &no_such_target};

}  // namespace smm::app::rounds_problem
