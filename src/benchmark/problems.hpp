// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `benchmark` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::benchmark::problem {

using base::ProblemKind;

// Frame and scores
inline constexpr ProblemKind frame_variable_missing{
    "frame_variable_missing", "A school of the frame lacks a variable that benchmarks are made from."};
inline constexpr ProblemKind frame_bad_value{
    "frame_bad_value", "A variable of the frame has a value that cannot be read, such as an unknown state."};
inline constexpr ProblemKind frame_unknown_programme{
    "frame_unknown_programme", "A school of the frame has a program that the edition does not have."};
inline constexpr ProblemKind school_duplicate{
    "school_duplicate", "The frame has the same school and program twice, or scores give an area twice."};
inline constexpr ProblemKind school_unknown{
    "school_unknown", "Scores, answers or peers name a school that the frame or the release does not have."};
inline constexpr ProblemKind score_bad_row{
    "score_bad_row",
    "A row of a score file cannot be read, or names an area that the edition does not have."};
inline constexpr ProblemKind score_out_of_range{"score_out_of_range", "A score is not between 0 and 100."};
inline constexpr ProblemKind frame_empty{"frame_empty", "The frame has no schools."};
inline constexpr ProblemKind block_size_out_of_range{
    "block_size_out_of_range", "The least number of schools in a block is not between 5 and 100."};

// Releases
inline constexpr ProblemKind release_damaged{
    "release_damaged", "A release is not as it was written: its hash or its form is not right."};
inline constexpr ProblemKind release_file_differs{
    "release_file_differs", "A row of a release's file is not what its release.json says."};
inline constexpr ProblemKind release_exists{
    "release_exists", "A release is to be written into a folder that is not empty; none is ever replaced."};
inline constexpr ProblemKind earlier_scores_differ{
    "earlier_scores_differ",
    "Scores that are given for an earlier release are not those that it was made from."};
inline constexpr ProblemKind earlier_scores_of_other_release{
    "earlier_scores_of_other_release",
    "A private file of scores belongs to another release than the folder beside it."};
inline constexpr ProblemKind quantity_bad_range{
    "quantity_bad_range", "The declared range of a quantity is empty, or a value lies outside it."};

// Comparison
inline constexpr ProblemKind not_a_participant{
    "not_a_participant", "A school that asks for a comparison did not answer in the round of the release."};
inline constexpr ProblemKind give_to_get{
    "give_to_get", "A school asks for a comparison but has scores in fewer than half of the areas."};
inline constexpr ProblemKind too_few_peers{"too_few_peers", "Fewer than ten peers took part."};
inline constexpr ProblemKind peer_filter_unreadable{
    "peer_filter_unreadable", "A filter for peers is not written as variable=value;variable=value."};

// Audit
inline constexpr ProblemKind audit_previous{
    "audit_previous", "A release names other earlier releases than those it is audited with."};
inline constexpr ProblemKind audit_state{
    "audit_state", "A profession's state, block size or bin width is not what its schools give."};
inline constexpr ProblemKind audit_block{"audit_block",
                                         "A school is not in the block that the frame puts it in."};
inline constexpr ProblemKind audit_block_size{"audit_block_size", "A block has too few units that answered."};
inline constexpr ProblemKind audit_wall{"audit_wall", "A block lies on both sides of a wall."};
inline constexpr ProblemKind audit_seats{"audit_seats",
                                         "A block has fewer than three units outside one university system."};
inline constexpr ProblemKind audit_bin{"audit_bin", "A bin is not one of the bins that may be printed."};
inline constexpr ProblemKind audit_area{
    "audit_area",
    "The rows of an area do not have every block exactly once, or join blocks that need not be."};
inline constexpr ProblemKind audit_norm{"audit_norm", "A norm is not what the table and the spread give."};
inline constexpr ProblemKind audit_spread{
    "audit_spread", "Spread or percentiles are printed for a group, or in a form, that may not be."};
inline constexpr ProblemKind audit_items{
    "audit_items", "Shares of an item are printed for a group, or in a form, that may not be."};
inline constexpr ProblemKind audit_renewal{
    "audit_renewal", "Spread or items were issued again although too little changed since an earlier issue."};
inline constexpr ProblemKind audit_stack{"audit_stack",
                                         "All releases together would leave a school less than 20 points."};

inline constexpr const ProblemKind* all[] = {&frame_variable_missing,
                                             &frame_bad_value,
                                             &frame_unknown_programme,
                                             &school_duplicate,
                                             &school_unknown,
                                             &score_bad_row,
                                             &score_out_of_range,
                                             &frame_empty,
                                             &block_size_out_of_range,
                                             &release_damaged,
                                             &release_file_differs,
                                             &release_exists,
                                             &earlier_scores_differ,
                                             &earlier_scores_of_other_release,
                                             &quantity_bad_range,
                                             &not_a_participant,
                                             &give_to_get,
                                             &too_few_peers,
                                             &peer_filter_unreadable,
                                             &audit_previous,
                                             &audit_state,
                                             &audit_block,
                                             &audit_block_size,
                                             &audit_wall,
                                             &audit_seats,
                                             &audit_bin,
                                             &audit_area,
                                             &audit_norm,
                                             &audit_spread,
                                             &audit_items,
                                             &audit_renewal,
                                             &audit_stack};

}  // namespace smm::benchmark::problem
