// SPDX-License-Identifier: Apache-2.0
// Representative answers to an item that a route hangs on: enough of them that the route is true for some
// answer if and only if it is true for one of these. For a choice every option; for a set the subsets that
// differ in the options named or in their number; for a number the thresholds of the route and of the item's
// steps, and values between and beyond them. No answer at all is one of them where the route asks answered().
//
// Exact for conditions that compare the item with constants. Arithmetic over several numbers is only sampled.
#pragma once

#include <span>
#include <vector>

#include "expression/evaluate.hpp"
#include "instrument/edition.hpp"
#include "instrument/points.hpp"

namespace smm::instrument {

struct Candidate {
  Answer answer;
  double points = 0;        // what the answer earns, for scored items
  expression::Value value;  // what the route sees of it
};

// `nodes` are those of the routes that refer to `item` under `handle`.
using RouteNodes = std::span<const expression::Node>;
std::vector<Candidate> route_candidates(const Item& item, int years, int handle, RouteNodes nodes);

}  // namespace smm::instrument
