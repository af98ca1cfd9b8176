// SPDX-License-Identifier: Apache-2.0
// Representative answers to the items a route hangs on: enough of them that the route is true for some answer
// if and only if it is true for one of these. For a choice every option; for a set subsets that differ in
// the options named and in their number; for a number the thresholds named and the points of its steps.
#pragma once

#include <vector>

#include "instrument/edition.hpp"
#include "instrument/points.hpp"

namespace smm::instrument {

struct Candidate {
  Answer answer;
  double points = 0;  // what the answer earns, for scored items
};

// `route` is an expression that refers to `item` under `handle`.
std::vector<Candidate> route_candidates(const Item& item, int years, int handle,
                                        const expression::Expression& route);

}  // namespace smm::instrument
