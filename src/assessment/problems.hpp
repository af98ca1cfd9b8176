// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `assessment` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::assessment::problem {

using base::ProblemKind;

inline constexpr ProblemKind round_state_not_possible{
    "round_state_not_possible", "A round cannot go from the state it is in to the one that was asked for."};
inline constexpr ProblemKind round_not_open{"round_not_open", "The round does not take answers now."};
inline constexpr ProblemKind participation_state_not_possible{
    "participation_state_not_possible",
    "What was asked for does not fit how far the school is in the round."};
inline constexpr ProblemKind too_many_priorities{"too_many_priorities",
                                                 "More priority areas were named than a school can have."};
inline constexpr ProblemKind not_accepted{"not_accepted", "The school has not accepted the invitation yet."};
inline constexpr ProblemKind sheet_locked{
    "sheet_locked", "The sheet was submitted; only the program office can give it back."};
inline constexpr ProblemKind packet_state_not_possible{
    "packet_state_not_possible", "What was asked for does not fit how far the packet is."};
inline constexpr ProblemKind packet_locked{
    "packet_locked", "The packet is complete or affirmed; its answers cannot be changed now."};
inline constexpr ProblemKind no_affirmer{"no_affirmer",
                                         "A packet has nobody yet who answers for it by name."};
inline constexpr ProblemKind not_the_affirmer{
    "not_the_affirmer", "Somebody other than the packet's affirmer tries to affirm it."};
inline constexpr ProblemKind packets_not_affirmed{
    "packets_not_affirmed", "A sheet cannot be submitted before each packet is affirmed."};

inline constexpr ProblemKind programme_not_in_edition{
    "programme_not_in_edition", "A school has a program that the round's edition does not know."};
inline constexpr ProblemKind sheet_without_programme{
    "sheet_without_programme", "A school without a program has no questions to answer."};
inline constexpr ProblemKind not_yours{"not_yours",
                                       "The question was not handed to the person who tries to answer it."};
inline constexpr ProblemKind affirmation_out_of_date{
    "affirmation_out_of_date", "Answers of a packet are no longer those that were affirmed."};

inline constexpr ProblemKind evidence_empty{"evidence_empty", "A file of evidence holds nothing."};
inline constexpr ProblemKind evidence_too_large{"evidence_too_large",
                                                "A file of evidence is larger than 20 MB."};
inline constexpr ProblemKind evidence_kind_refused{
    "evidence_kind_refused", "A file of evidence is, by its content, of no kind that is taken."};
inline constexpr ProblemKind evidence_damaged{
    "evidence_damaged", "A file of evidence begins like a kind that is taken, but cannot be read as one."};
inline constexpr ProblemKind evidence_has_macros{
    "evidence_has_macros", "An office document holds macros, scripts or embedded files."};

inline constexpr ProblemKind password_too_short{"password_too_short",
                                                "A password has fewer than 15 characters."};
inline constexpr ProblemKind password_too_long{"password_too_long", "A password has more than 1000 bytes."};
inline constexpr ProblemKind password_not_text{"password_not_text",
                                               "A password is not UTF-8, or holds control characters."};
inline constexpr ProblemKind password_common{"password_common",
                                             "A password is in the list of those that many people take."};
inline constexpr ProblemKind password_pattern{
    "password_pattern", "A password repeats itself, or follows the keys, the alphabet or the digits."};
inline constexpr ProblemKind password_about_you{
    "password_about_you",
    "A password is little but the person's address, name, school or this program's name."};

inline constexpr ProblemKind story_not_fit{
    "story_not_fit", "A story for others has no words, or more than there is room for."};
inline constexpr ProblemKind story_area_unknown{
    "story_area_unknown", "A story for others is about an area that the round's edition does not have."};
inline constexpr ProblemKind story_state_not_possible{
    "story_state_not_possible", "What was asked for does not fit how far the story for others is."};
inline constexpr ProblemKind goal_text_missing{"goal_text_missing",
                                               "A goal of an action plan says what is to be done."};
inline constexpr ProblemKind goal_text_too_long{"goal_text_too_long",
                                                "A goal of an action plan has a text that is too long."};
inline constexpr ProblemKind goal_area_unknown{
    "goal_area_unknown", "A goal of an action plan names an area that the round's edition does not have."};
inline constexpr ProblemKind goal_result_missing{
    "goal_result_missing", "A goal that is done or dropped tells its result and the day, not after today."};
inline constexpr ProblemKind goal_state_not_possible{
    "goal_state_not_possible", "A goal cannot go from the state it is in to the one that was asked for."};

inline constexpr const ProblemKind* all[] = {&round_state_not_possible,
                                             &round_not_open,
                                             &participation_state_not_possible,
                                             &too_many_priorities,
                                             &not_accepted,
                                             &sheet_locked,
                                             &packet_state_not_possible,
                                             &packet_locked,
                                             &no_affirmer,
                                             &not_the_affirmer,
                                             &packets_not_affirmed,
                                             &programme_not_in_edition,
                                             &sheet_without_programme,
                                             &not_yours,
                                             &affirmation_out_of_date,
                                             &evidence_empty,
                                             &evidence_too_large,
                                             &evidence_kind_refused,
                                             &evidence_damaged,
                                             &evidence_has_macros,
                                             &password_too_short,
                                             &password_too_long,
                                             &password_not_text,
                                             &password_common,
                                             &password_pattern,
                                             &password_about_you,
                                             &story_not_fit,
                                             &story_area_unknown,
                                             &story_state_not_possible,
                                             &goal_text_missing,
                                             &goal_text_too_long,
                                             &goal_area_unknown,
                                             &goal_result_missing,
                                             &goal_state_not_possible};

}  // namespace smm::assessment::problem
