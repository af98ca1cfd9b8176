// SPDX-License-Identifier: Apache-2.0
// Swaps pairs of units between blocks as long as that raises
//   sum over blocks of (sum over pairs in the block of W_ij) / units in the block,
// W from benchmark/co_picks.hpp: what is picked together should lie in one block. Sizes of blocks stay.
//
// Goes through units in order and takes the best swap of each, until no swap helps: a local optimum, the same
// on every machine. Swaps that would break the seats of a block are not made.
#pragma once

#include "benchmark/co_picks.hpp"
#include "benchmark/mdav.hpp"

namespace smm::benchmark {

struct SwapRules {
  const std::vector<std::string>& cells;  // of each block; units stay in their cell
  bool keep_seats = true;
};

// `blocks` hold positions in `units`; `picked` counts positions in `members`, which lists all units of the
// blocks, ascending. Members of a block stay sorted.
void swap_pairs(const std::vector<Unit>& units, std::span<const std::size_t> members, const CoPicks& picked,
                const SwapRules& rules, std::vector<BlockOfUnits>& blocks);

}  // namespace smm::benchmark
