// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `outcomes/reference` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::outcomes::reference::problem {

using base::ProblemKind;

inline constexpr ProblemKind reference_damaged{
    "reference_damaged", "A file is no snapshot of a reference list, or was changed since it was made."};
inline constexpr ProblemKind reference_none_in_force{
    "reference_none_in_force", "A reference folder has no list that is in force on the day asked for."};
inline constexpr ProblemKind reference_from_history{
    "reference_from_history",
    "No national HPSA file is dated before the day asked for; a later one, which is a history, was used."};
inline constexpr ProblemKind reference_header{
    "reference_header", "A reference list has no header with the columns that its kind needs."};
inline constexpr ProblemKind reference_no_rows{"reference_no_rows",
                                               "A reference list holds no row that can be taken."};
inline constexpr ProblemKind reference_bad_rows{
    "reference_bad_rows", "So many rows of a reference list cannot be taken that nothing was imported."};
inline constexpr ProblemKind reference_row{"reference_row",
                                           "A row of a reference list cannot be taken and was left out."};
inline constexpr ProblemKind reference_rows_disagree{
    "reference_rows_disagree", "Two rows of a reference list say different things of the same place."};
inline constexpr ProblemKind reference_future{"reference_future",
                                              "Rows of a reference list are dated after the list itself."};
inline constexpr ProblemKind taxonomy_set_rule{
    "taxonomy_set_rule", "A row of a taxonomy set has a code, role or date that is none."};

inline constexpr const ProblemKind* all[] = {
    &reference_damaged, &reference_none_in_force, &reference_from_history, &reference_header,
    &reference_no_rows, &reference_bad_rows,      &reference_row,          &reference_rows_disagree,
    &reference_future,  &taxonomy_set_rule};

}  // namespace smm::outcomes::reference::problem
