// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `outcomes/place` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::outcomes::place::problem {

using base::ProblemKind;

inline constexpr ProblemKind address_without_person{"address_without_person",
                                                    "A row of addresses names no person; it was left out."};
inline constexpr ProblemKind address_bad_date{
    "address_bad_date", "The date of an address is none that is read; the address was not counted."};
inline constexpr ProblemKind address_future_date{
    "address_future_date", "An address is dated after the day asked for; it was not counted."};

inline constexpr const ProblemKind* all[] = {&address_without_person, &address_bad_date,
                                             &address_future_date};

}  // namespace smm::outcomes::place::problem
