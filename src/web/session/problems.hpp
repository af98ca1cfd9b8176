// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `web/session` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::web::problem {

using base::ProblemKind;

inline constexpr ProblemKind cross_site{"cross_site", "A form was sent from another site than this one."};
inline constexpr ProblemKind form_expired{
    "form_expired", "A form carries no token, or that of another session than the browser's."};
inline constexpr ProblemKind bad_form{"bad_form", "The body of a request is not a form that can be read."};
inline constexpr ProblemKind too_many_attempts{"too_many_attempts",
                                               "The same was tried too often in a short time."};

inline constexpr const ProblemKind* all[] = {&cross_site, &form_expired, &bad_form, &too_many_attempts};

}  // namespace smm::web::problem
