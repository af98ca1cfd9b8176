// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `instrument` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::instrument::problem {

using base::ProblemKind;

// An edition
inline constexpr ProblemKind edition_file_missing{"edition_file_missing",
                                                  "A file that the edition needs is not in its folder."};
inline constexpr ProblemKind edition_file_unknown{
    "edition_file_unknown",
    "A file in the folder is not part of an edition, or its name and content disagree."};
inline constexpr ProblemKind edition_changed{
    "edition_changed",
    "A published edition is not what was published: its content hash differs from edition.lock."};
inline constexpr ProblemKind edition_not_locked{
    "edition_not_locked", "An edition says that it is published but has no edition.lock."};
inline constexpr ProblemKind duplicate_id{"duplicate_id", "An id is used twice on its level."};
inline constexpr ProblemKind unknown_id{"unknown_id",
                                        "An id is referred to that the edition does not define."};
inline constexpr ProblemKind unknown_word{"unknown_word",
                                          "A field takes one of a few words, and this is none of them."};
inline constexpr ProblemKind number_out_of_range{
    "number_out_of_range", "A number of an edition lies outside what its field can hold."};
inline constexpr ProblemKind type_mismatch{
    "type_mismatch", "An item has fields that its type cannot use, or lacks those it needs."};
inline constexpr ProblemKind missing_help{"missing_help",
                                          "An item lacks help it owes the person who answers."};
inline constexpr ProblemKind missing_reason{"missing_reason", "Points are given without a reason."};
inline constexpr ProblemKind negative_points{"negative_points", "Points are below zero."};
inline constexpr ProblemKind unreachable_points{"unreachable_points",
                                                "Points stand where no answer can earn them."};
inline constexpr ProblemKind no_zero_answer{
    "no_zero_answer", "Every answer of a scored item earns points, so the weakest school could not score 0."};
inline constexpr ProblemKind too_many_options{
    "too_many_options", "An item has more than 64 options or cells, or fewer than two."};
inline constexpr ProblemKind area_too_small{
    "area_too_small", "An area holds fewer than 20 attainable points or two indicators for a program."};
inline constexpr ProblemKind area_without_domain{"area_without_domain",
                                                 "An area is in no domain, or in two."};
inline constexpr ProblemKind scored_outside_area{"scored_outside_area",
                                                 "An item outside the areas is marked as scored."};
inline constexpr ProblemKind route_circular{
    "route_circular", "An item is asked only depending on itself, directly or through others."};
inline constexpr ProblemKind route_not_monotone{
    "route_not_monotone",
    "A scored item is asked only when another scored item was answered with fewer points."};
inline constexpr ProblemKind route_too_wide{"route_too_wide",
                                            "A routing expression hangs on too many answers to be checked."};
inline constexpr ProblemKind unreachable_item{
    "unreachable_item", "No answers ever lead to an item, for a program it is meant for."};
inline constexpr ProblemKind too_long{"too_long", "Answering takes longer than the program's limit."};

// An area scheme or concordance
inline constexpr ProblemKind scheme_name{
    "scheme_name", "A name is said to be known but has no label, or is said not to be known but has one."};
inline constexpr ProblemKind scheme_number{
    "scheme_number",
    "The years of an area scheme, or its number of scored indicators, are not what they can be."};
inline constexpr ProblemKind concordance_file_name{
    "concordance_file_name",
    "An area scheme or concordance is not in the file named after it, or a concordance has one side twice."};
inline constexpr ProblemKind concordance_shape{
    "concordance_shape", "The numbers of ids in a row of a concordance do not fit its word."};
inline constexpr ProblemKind concordance_note_missing{
    "concordance_note_missing", "A row of a concordance says that something changed, but not what."};
inline constexpr ProblemKind concordance_repeated{
    "concordance_repeated", "An area, item or old option stands in two places of a concordance."};
inline constexpr ProblemKind concordance_incomplete{
    "concordance_incomplete", "An area, item or old option stands in no row of a concordance."};
inline constexpr ProblemKind concordance_items_of_scheme{
    "concordance_items_of_scheme", "A concordance has rows of items, but one side is an area scheme."};
inline constexpr ProblemKind concordance_not_same{
    "concordance_not_same",
    "Items that a concordance calls same or reworded differ in something that had to stay."};
inline constexpr ProblemKind recode_misfit{
    "recode_misfit",
    "A map or factor of a concordance is missing, unwanted, or does not fit the items it stands between."};

// An answer
inline constexpr ProblemKind unknown_state{"unknown_state",
                                           "An answer's state is none of the answer states."};
inline constexpr ProblemKind answer_empty{"answer_empty",
                                          "An answer is marked as answered but has no value."};
inline constexpr ProblemKind answer_unexpected{"answer_unexpected",
                                               "A value stands beside a state that takes none."};
inline constexpr ProblemKind answer_unreadable{"answer_unreadable",
                                               "A value is not written as its item type asks."};
inline constexpr ProblemKind answer_out_of_range{
    "answer_out_of_range", "A value is impossible: outside its range, or more than the whole."};
inline constexpr ProblemKind unknown_option{
    "unknown_option", "A value names an option, topic or year that the item does not have."};
inline constexpr ProblemKind option_conflict{"option_conflict",
                                             "Options were chosen that cannot stand together."};
inline constexpr ProblemKind reason_missing{"reason_missing",
                                            "Not applicable and not permitted need a reason or citation."};

inline constexpr const ProblemKind* all[] = {&edition_file_missing,
                                             &edition_file_unknown,
                                             &edition_changed,
                                             &edition_not_locked,
                                             &duplicate_id,
                                             &unknown_id,
                                             &unknown_word,
                                             &number_out_of_range,
                                             &type_mismatch,
                                             &missing_help,
                                             &missing_reason,
                                             &negative_points,
                                             &unreachable_points,
                                             &no_zero_answer,
                                             &too_many_options,
                                             &area_too_small,
                                             &area_without_domain,
                                             &scored_outside_area,
                                             &route_circular,
                                             &route_not_monotone,
                                             &route_too_wide,
                                             &unreachable_item,
                                             &too_long,
                                             &scheme_name,
                                             &scheme_number,
                                             &concordance_file_name,
                                             &concordance_shape,
                                             &concordance_note_missing,
                                             &concordance_repeated,
                                             &concordance_incomplete,
                                             &concordance_items_of_scheme,
                                             &concordance_not_same,
                                             &recode_misfit,
                                             &unknown_state,
                                             &answer_empty,
                                             &answer_unexpected,
                                             &answer_unreadable,
                                             &answer_out_of_range,
                                             &unknown_option,
                                             &option_conflict,
                                             &reason_missing};

}  // namespace smm::instrument::problem
