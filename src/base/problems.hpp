// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `base` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::base::problem {

inline constexpr ProblemKind missing_field{"missing_field", "A field that is needed is absent or blank."};
inline constexpr ProblemKind unknown_field{"unknown_field",
                                           "A field is not known at this place (often a typing slip)."};
inline constexpr ProblemKind wrong_shape{"wrong_shape",
                                         "A value, list or map stands where another was expected."};
inline constexpr ProblemKind bad_id{"bad_id",
                                    "An id holds characters other than a-z 0-9 _ . - or is too long."};
inline constexpr ProblemKind bad_number{"bad_number",
                                        "A number is not written as a plain decimal or whole number."};

inline constexpr const ProblemKind* all[] = {&missing_field, &unknown_field, &wrong_shape, &bad_id,
                                             &bad_number};

}  // namespace smm::base::problem
