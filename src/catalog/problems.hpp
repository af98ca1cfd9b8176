// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `catalog` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::catalog::problem {

using base::ProblemKind;

inline constexpr ProblemKind resource_file{
    "resource_file",
    "A file of the resource library is not named after an area, or holds a resource of another area."};
inline constexpr ProblemKind resource_address{
    "resource_address", "The address of a resource is no http or https address with a host."};
inline constexpr ProblemKind resource_year{
    "resource_year", "The year of a resource is none of 2021, 2021-, ongoing and undated."};
inline constexpr ProblemKind resource_area{"resource_area", "A resource names no area, or one area twice."};

inline constexpr ProblemKind move_draft{
    "move_draft",
    "A draft paragraph for a move is there twice, is for another edition, or lacks a place to fill in."};

inline constexpr const ProblemKind* all[] = {&resource_file, &resource_address, &resource_year,
                                             &resource_area, &move_draft};

}  // namespace smm::catalog::problem
