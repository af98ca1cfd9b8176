// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::problem {

using base::ProblemKind;

inline constexpr ProblemKind file_not_found{"file_not_found",
                                            "A file or folder that was named does not exist."};
inline constexpr ProblemKind file_unreadable{"file_unreadable",
                                             "A file or folder exists but cannot be read."};
inline constexpr ProblemKind edition_not_found{"edition_not_found", "No edition has this id."};
inline constexpr ProblemKind edition_already_published{
    "edition_already_published", "An edition that is to be published was published before."};
inline constexpr ProblemKind edition_is_draft{"edition_is_draft",
                                              "An edition that is to be published still says it is a draft."};
inline constexpr ProblemKind programme_not_found{"programme_not_found", "The edition has no such program."};
inline constexpr ProblemKind office_not_found{
    "office_not_found", "The edition has no such office, or nothing to ask it for this program."};
inline constexpr ProblemKind nothing_to_score{"nothing_to_score",
                                              "An answer file holds no answers that can be scored."};

inline constexpr const ProblemKind* all[] = {
    &file_not_found,   &file_unreadable,     &edition_not_found, &edition_already_published,
    &edition_is_draft, &programme_not_found, &office_not_found,  &nothing_to_score};

}  // namespace smm::app::problem
