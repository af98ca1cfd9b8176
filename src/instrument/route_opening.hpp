// SPDX-License-Identifier: Apache-2.0
// What a scored item could say in a route if it were answered better: the question behind "was this item
// skipped because a scored one was answered below the value that opens it?".
//
// For yes/no, one of and phases every option with more points that is permitted and does not take the item
// out; for any of all permitted options at once; for grids and numbers the end that earns points. Enough,
// because routes of scored items never open on fewer points (check_routes).
#pragma once

#include <cstdint>
#include <vector>

#include "expression/evaluate.hpp"
#include "instrument/item.hpp"

namespace smm::instrument {

// Values that earn more than `points`; `barred`: options or cells that are not permitted, as in Choice.
std::vector<expression::Value> route_values_above(const Item& item, std::uint64_t barred, double points);

}  // namespace smm::instrument
