// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `scoring` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::scoring::problem {

using base::ProblemKind;

// Weight sets (weight_set.hpp)
inline constexpr ProblemKind weight_unknown_level{"weight_unknown_level",
                                                  "A weight's level is neither indicator nor area."};
inline constexpr ProblemKind weight_unknown_id{
    "weight_unknown_id", "A weight names an indicator or area that the edition does not have."};
inline constexpr ProblemKind weight_duplicate{"weight_duplicate",
                                              "The same indicator or area is weighted twice."};
inline constexpr ProblemKind weight_negative{"weight_negative", "A weight is below zero."};
inline constexpr ProblemKind weight_parent_incomplete{
    "weight_parent_incomplete",
    "Some, but not all, indicators of an area or areas of a domain are weighted."};
inline constexpr ProblemKind weight_parent_zero{
    "weight_parent_zero", "All indicators of an area, or all areas of a domain, are given the weight zero."};

// Judgements (judgements.hpp)
inline constexpr ProblemKind judgement_none{"judgement_none", "A judgements file holds no judgement."};
inline constexpr ProblemKind judgement_unknown_parent{
    "judgement_unknown_parent", "A judgement's parent is neither an area nor a domain."};
inline constexpr ProblemKind judgement_unknown_id{
    "judgement_unknown_id", "A judgement names something that is not an indicator or area of its parent."};
inline constexpr ProblemKind judgement_self_comparison{"judgement_self_comparison",
                                                       "A judgement compares something with itself."};
inline constexpr ProblemKind judgement_duplicate{"judgement_duplicate",
                                                 "A judge judged the same thing or pair twice."};
inline constexpr ProblemKind judgement_incomplete{
    "judgement_incomplete", "A judge judged only some of the things or pairs of a parent."};
inline constexpr ProblemKind judgement_negative_points{"judgement_negative_points",
                                                       "A judge gave fewer than zero points."};
inline constexpr ProblemKind judgement_no_points{"judgement_no_points",
                                                 "A judge gave no point to anything of a parent."};
inline constexpr ProblemKind judgement_bad_rank{
    "judgement_bad_rank", "A rank is not a whole number from 1 to the number of things ranked."};
inline constexpr ProblemKind judgement_bad_ratio{"judgement_bad_ratio",
                                                 "A ratio is not a number above zero, or beyond 1000 to 1."};
inline constexpr ProblemKind judgement_contradiction{
    "judgement_contradiction",
    "A judge compared a pair in both directions and the ratios are not reciprocal."};
inline constexpr ProblemKind judgement_too_many{
    "judgement_too_many",
    "A parent has more things than can be compared in pairs with a known consistency ratio."};
inline constexpr ProblemKind judge_in_two_groups{"judge_in_two_groups", "A judge is listed in two groups."};
inline constexpr ProblemKind judgement_inconsistent{
    "judgement_inconsistent",
    "A warning: a judge's comparisons contradict each other (consistency ratio above 0.1)."};

// Answer files (answer_rows.hpp)
inline constexpr ProblemKind answer_without_school{"answer_without_school", "An answer row names no school."};
inline constexpr ProblemKind answer_bad_school{
    "answer_bad_school",
    "A school id is longer than 200 characters, holds control characters, or begins like a formula."};
inline constexpr ProblemKind answer_unknown_programme{
    "answer_unknown_programme", "An answer row names a program that the edition does not have."};
inline constexpr ProblemKind answer_unknown_item{
    "answer_unknown_item", "An answer row names an item that the edition does not have."};
inline constexpr ProblemKind answer_without_programme{
    "answer_without_programme", "An answer row names no program, but its item is answered per program."};
inline constexpr ProblemKind school_without_programme{"school_without_programme",
                                                      "No answer row of a school names its program."};
inline constexpr ProblemKind answer_duplicate{"answer_duplicate", "An item is answered twice on one sheet."};
inline constexpr ProblemKind answer_to_skipped{
    "answer_to_skipped", "An item that is not asked, by program or by other answers, has a value."};
inline constexpr ProblemKind not_optional{
    "not_optional", "An item asked to be scored as well is not one that is scored on request."};

inline constexpr const ProblemKind* all[] = {
    &answer_without_school,
    &answer_bad_school,
    &answer_unknown_programme,
    &answer_unknown_item,
    &answer_without_programme,
    &school_without_programme,
    &answer_duplicate,
    &answer_to_skipped,
    &not_optional,
    &weight_unknown_level,
    &weight_unknown_id,
    &weight_duplicate,
    &weight_negative,
    &weight_parent_incomplete,
    &weight_parent_zero,
    &judgement_none,
    &judgement_unknown_parent,
    &judgement_unknown_id,
    &judgement_self_comparison,
    &judgement_duplicate,
    &judgement_incomplete,
    &judgement_negative_points,
    &judgement_no_points,
    &judgement_bad_rank,
    &judgement_bad_ratio,
    &judgement_contradiction,
    &judgement_too_many,
    &judge_in_two_groups,
    &judgement_inconsistent,
};

}  // namespace smm::scoring::problem
