// SPDX-License-Identifier: Apache-2.0
// All combinations of answers to the items a route hangs on, and what the route is for each. Used when an
// edition is checked, and to tell whether a route that is shut could ever be open. Internal to instrument.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "expression/evaluate.hpp"
#include "instrument/route_candidates.hpp"

namespace smm::instrument {

// Most combinations tried for one route: milliseconds, and far beyond a readable route.
inline constexpr std::size_t most_combinations = 100000;

// One item that a route hangs on, and the answers to try.
struct Gate {
  int handle = 0;
  const Item* item = nullptr;
  std::vector<Candidate> candidates;
};

// The product of the numbers of candidates, at most most_combinations + 1.
std::size_t combination_count(const std::vector<Gate>& gates);

// Calls `visit(picks)` for every combination until it returns false; picks[g] is the candidate of gate g.
using Picks = std::vector<std::size_t>;
void for_each_combination(const std::vector<Gate>& gates, const std::function<bool(const Picks&)>& visit);

}  // namespace smm::instrument
