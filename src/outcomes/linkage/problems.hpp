// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that record linkage reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::outcomes::linkage::problem {

using base::ProblemKind;

inline constexpr ProblemKind linkage_column_missing{
    "linkage_column_missing", "A column that a linkage configuration names is not in the file."};
inline constexpr ProblemKind linkage_bad_comparison{
    "linkage_bad_comparison", "A comparison of a linkage configuration is of no known kind or lacks a part."};
inline constexpr ProblemKind linkage_repeated_id{"linkage_repeated_id",
                                                 "An id stands more than once in a file to be linked."};
inline constexpr ProblemKind linkage_missing_id{"linkage_missing_id",
                                                "A row of a file to be linked has no id."};
inline constexpr ProblemKind linkage_no_records{"linkage_no_records", "A file to be linked holds no rows."};
inline constexpr ProblemKind roster_bad_value{
    "roster_bad_value", "A value of a roster of graduates is not what its column may hold."};
inline constexpr ProblemKind roster_unknown_column{
    "roster_unknown_column", "A column of a roster of graduates is not known and not used."};
inline constexpr ProblemKind linkage_bad_model{
    "linkage_bad_model", "A saved linkage model does not fit this program or was not made by it."};
inline constexpr ProblemKind linkage_bad_decision{
    "linkage_bad_decision", "A reviewed decision names a pair or an answer that is not known."};
inline constexpr ProblemKind pair_not_found{
    "pair_not_found", "The last linkage has no such pair, or the roster or registry lost one of the two."};

inline constexpr const ProblemKind* all[] = {
    &linkage_column_missing, &linkage_bad_comparison, &linkage_repeated_id,   &linkage_missing_id,
    &linkage_no_records,     &roster_bad_value,       &roster_unknown_column, &linkage_bad_model,
    &linkage_bad_decision,   &pair_not_found};

}  // namespace smm::outcomes::linkage::problem
