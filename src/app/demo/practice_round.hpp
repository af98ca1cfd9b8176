// SPDX-License-Identifier: Apache-2.0
// A third round that is open now, of a few schools, so that somebody can look at work that is under way: one
// school with a coordinator, an author and an affirmer, an associate degree program whose director answers
// alone, and others further on or behind.
#pragma once

#include <string>
#include <vector>

#include "app/demo/demo_house.hpp"
#include "app/demo/demo_roster.hpp"

namespace smm::app {

inline constexpr const char* practice_round_code = "synthetic-practice";

// `schools`: the first works together, the others alone. It opened three weeks ago and ends in two months.
base::Result<bool> run_practice_round(const DemoHouse& house, const std::vector<RosterSchool>& schools);

}  // namespace smm::app
