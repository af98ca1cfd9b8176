// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `expression` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::expression::problem {

using base::ProblemKind;

inline constexpr ProblemKind expression_syntax{
    "expression_syntax", "A condition is not written in the expression language at this place."};
inline constexpr ProblemKind expression_unknown_name{"expression_unknown_name",
                                                     "A condition names something that does not exist here."};
inline constexpr ProblemKind expression_unknown_option{
    "expression_unknown_option", "A condition names an option that the question does not offer."};
inline constexpr ProblemKind expression_type{
    "expression_type", "An operator of a condition is used on a kind of value it does not fit."};
inline constexpr ProblemKind expression_too_long{
    "expression_too_long",
    "A condition is over 4,096 characters, 1,000 parts or 64 levels, or a list of options over 64."};

inline constexpr const ProblemKind* all[] = {&expression_syntax, &expression_unknown_name,
                                             &expression_unknown_option, &expression_type,
                                             &expression_too_long};

}  // namespace smm::expression::problem
