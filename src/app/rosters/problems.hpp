// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/rosters` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::rosters_problem {

using base::ProblemKind;

inline constexpr ProblemKind ipeds_value{
    "ipeds_value", "A row of an IPEDS file has no number or no state where there must be one."};
inline constexpr ProblemKind ipeds_review{
    "ipeds_review",
    "A line of a reviewed list names no institution of the file, no decision, or what another line names."};

inline constexpr ProblemKind roster_too_large{"roster_too_large",
                                              "A roster has more bytes or rows than may be."};
inline constexpr ProblemKind roster_encoding{
    "roster_encoding", "A roster is written in letters that are not read, such as UTF-16."};
inline constexpr ProblemKind roster_upload_lost{
    "roster_upload_lost", "A roster that was uploaded is not this person's, was changed, or is a day old."};

inline constexpr const ProblemKind* all[] = {&ipeds_value, &ipeds_review, &roster_too_large, &roster_encoding,
                                             &roster_upload_lost};

}  // namespace smm::app::rosters_problem
