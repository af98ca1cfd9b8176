// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `report` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::report::problem {

using base::ProblemKind;

inline constexpr ProblemKind worksheet_foreign{
    "worksheet_foreign", "A workbook that came back is no worksheet that was made for a school here."};
inline constexpr ProblemKind worksheet_too_large{
    "worksheet_too_large", "A workbook that came back has more rows or cells than a worksheet can have."};
inline constexpr ProblemKind worksheet_rows_changed{
    "worksheet_rows_changed", "Rows of a worksheet that came back are missing, or stand there twice."};
inline constexpr ProblemKind worksheet_formula{
    "worksheet_formula", "A cell of a worksheet that came back holds a formula instead of an answer."};

inline constexpr const ProblemKind* all[] = {&worksheet_foreign, &worksheet_too_large,
                                             &worksheet_rows_changed, &worksheet_formula};

}  // namespace smm::report::problem
