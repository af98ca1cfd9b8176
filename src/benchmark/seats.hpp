// SPDX-License-Identifier: Apache-2.0
// Seats: at least three units of every block stand outside any one university system (or shared dean), so
// that no system knows all others of a block.
#pragma once

#include <span>

#include "benchmark/mdav.hpp"

namespace smm::benchmark {

inline constexpr int least_outside = 3;

// How many units short the block is of three outside the system that has most in it; 0: the seats hold.
int seats_short(const std::vector<Unit>& units, std::span<const std::size_t> block);

// Swaps units between the blocks until every block's seats hold; where no swap helps, joins the block to the
// nearest one. False when a single block is left and its seats do not hold.
bool repair_seats(const std::vector<Unit>& units, std::span<const Features> features,
                  std::vector<BlockOfUnits>& blocks);

}  // namespace smm::benchmark
