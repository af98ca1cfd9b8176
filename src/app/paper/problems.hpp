// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/paper` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::paper_problem {

using base::ProblemKind;

inline constexpr ProblemKind worksheet_missing{"worksheet_missing",
                                               "A form that brings a worksheet back came without a file."};
inline constexpr ProblemKind worksheet_of_another_school{
    "worksheet_of_another_school", "A worksheet that came back was made for another school."};
inline constexpr ProblemKind worksheet_of_another_round{
    "worksheet_of_another_round", "A worksheet that came back was made for another round."};
inline constexpr ProblemKind worksheet_of_another_edition{
    "worksheet_of_another_edition", "A worksheet that came back asks the questions of another edition."};
inline constexpr ProblemKind worksheet_unchanged{
    "worksheet_unchanged", "A worksheet that came back holds nothing that its sender may save and changed."};
inline constexpr ProblemKind worksheets_waiting{
    "worksheets_waiting", "Somebody has as many worksheets waiting to be looked through as are kept."};

inline constexpr ProblemKind keyed_not_blank{
    "keyed_not_blank", "A paper form was keyed into a worksheet that was not blank when it was made."};
inline constexpr ProblemKind keyed_unreadable{
    "keyed_unreadable", "A cell into which a paper form was keyed holds no answer to its question."};
inline constexpr ProblemKind keyed_twice{
    "keyed_twice", "A paper form was keyed a third time before the first two keyings were settled."};

inline constexpr const ProblemKind* all[] = {&worksheet_missing,
                                             &worksheet_of_another_school,
                                             &worksheet_of_another_round,
                                             &worksheet_of_another_edition,
                                             &worksheet_unchanged,
                                             &worksheets_waiting,
                                             &keyed_not_blank,
                                             &keyed_unreadable,
                                             &keyed_twice};

}  // namespace smm::app::paper_problem
