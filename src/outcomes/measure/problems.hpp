// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `outcomes/measure` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::outcomes::measure::problem {

using base::ProblemKind;

inline constexpr ProblemKind measure_bad_id{
    "measure_bad_id",
    "The id of a measure is not letters, a hyphen and digits, such as SM-018, or stands twice."};
inline constexpr ProblemKind measure_bad_word{
    "measure_bad_word", "A field of a measure takes one of a few words, and has another."};
inline constexpr ProblemKind measure_bad_version{
    "measure_bad_version", "The version of a measure or value set is not three numbers joined by dots."};
inline constexpr ProblemKind measure_value_set_missing{
    "measure_value_set_missing", "A measure refers to a value set, or a version of one, that is not there."};
inline constexpr ProblemKind measure_not_found{"measure_not_found", "No measure has this id."};
inline constexpr ProblemKind measure_refers_wrongly{
    "measure_refers_wrongly", "A measure is made of another that is not there or cannot be used so."};
inline constexpr ProblemKind measure_out_of_range{"measure_out_of_range",
                                                  "A number of a measure is outside what makes sense."};
inline constexpr ProblemKind cohort_unknown_column{"cohort_unknown_column",
                                                   "A cohort file has a column that no measure knows."};
inline constexpr ProblemKind cohort_bad_value{"cohort_bad_value",
                                              "A value of a cohort file is not written as its column asks."};
inline constexpr ProblemKind cohort_duplicate_id{
    "cohort_duplicate_id", "A person stands twice in a file that has one row per person."};
inline constexpr ProblemKind cohort_future_date{"cohort_future_date",
                                                "A date lies after the day as of which is measured."};
inline constexpr ProblemKind cohort_dates_out_of_order{
    "cohort_dates_out_of_order", "A person left or graduated before matriculating, or did before applying."};
inline constexpr ProblemKind cohort_empty{"cohort_empty", "A file of persons or schools holds none."};
inline constexpr ProblemKind link_bad_state{"link_bad_state", "A link has a state that no linkage gives."};
inline constexpr ProblemKind stratum_unknown{"stratum_unknown",
                                             "Results cannot be parted by a column of this name."};
inline constexpr ProblemKind school_bad_value{
    "school_bad_value", "A value in a file of schools is not written as its column asks."};
inline constexpr ProblemKind school_too_few{
    "school_too_few", "A score that compares schools needs at least three of them that differ."};
inline constexpr ProblemKind shares_missing{
    "shares_missing", "Population shares lack the nation, a state that is asked for, or are no percentages."};
inline constexpr ProblemKind weight_bad_value{
    "weight_bad_value", "Weights of an own choice name a measure that has no part in it, or are no weights."};

inline constexpr const ProblemKind* all[] = {
    &measure_bad_id,    &measure_bad_word,       &measure_bad_version,  &measure_value_set_missing,
    &measure_not_found, &measure_refers_wrongly, &measure_out_of_range, &cohort_unknown_column,
    &cohort_bad_value,  &cohort_duplicate_id,    &cohort_future_date,   &cohort_dates_out_of_order,
    &cohort_empty,      &link_bad_state,         &stratum_unknown,      &school_bad_value,
    &school_too_few,    &shares_missing,         &weight_bad_value};

}  // namespace smm::outcomes::measure::problem
