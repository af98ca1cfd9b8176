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
inline constexpr ProblemKind roster_moved{
    "roster_moved", "The roster changed between looking at what a file would do and taking it in."};
inline constexpr ProblemKind call_note{
    "call_note", "A note of what was said with a school is empty, too long, or of no known way."};
inline constexpr ProblemKind practice_round{"practice_round",
                                            "A practice round, of invented schools, was asked for what only "
                                            "real rounds have, or the other way round."};
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

inline constexpr ProblemKind agreement_needed{
    "agreement_needed", "Taking part needs the current participation agreement, and it was not agreed to."};
inline constexpr ProblemKind bad_irb{"bad_irb",
                                     "The number of an ethics board's review is too long, or not one line."};

inline constexpr ProblemKind bad_cohort{"bad_cohort",
                                        "A cohort of partners needs a code and a name that can be used."};
inline constexpr ProblemKind cohort_exists{"cohort_exists", "There is a cohort of this code already."};
inline constexpr ProblemKind story_without_consent{
    "story_without_consent", "A story for others needs the dean's word that it may be published."};
inline constexpr ProblemKind too_many_stories{
    "too_many_stories", "A school offers more stories in a round than there is room for."};
inline constexpr ProblemKind story_changed{
    "story_changed", "Somebody changed the story between the reading and the decision about it."};

inline constexpr ProblemKind bad_own_words{
    "bad_own_words", "Words of the office are too long, no plain text, or about an area that there is not."};
inline constexpr ProblemKind bad_reminder{"bad_reminder",
                                          "A reminder cannot be set for this day, or has gone out already."};

inline constexpr const ProblemKind* all[] = {
    &roster_column,    &roster_code,   &roster_programme,      &roster_professions, &roster_repeated,
    &roster_differs,   &roster_cell,   &round_exists,          &round_not_found,    &bad_round,
    &nobody_to_invite, &reason_needed, &not_a_member,          &last_coordinator,   &no_such_target,
    &agreement_needed, &bad_irb,       &story_without_consent, &too_many_stories,   &story_changed,
    &bad_cohort,       &cohort_exists, &bad_reminder,          &bad_own_words,      &roster_moved,
    &call_note,        &practice_round};

}  // namespace smm::app::rounds_problem
