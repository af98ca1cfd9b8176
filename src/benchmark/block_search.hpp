// SPDX-License-Identifier: Apache-2.0
// Searches for blocks that are worth more (benchmark/tied_blocks.hpp): two units of a cell swap their blocks,
// or one moves to another block of its cell. The number of blocks stays.
//
// No block falls under k units, grows beyond 2k - 1, or, where its cell can do without, beyond eleven: twelve
// picks must not all lie in one block, or the answer about them is withheld. Seats are kept.
//
// First uphill, until no change helps; then by thresholds: random changes (seeded, so the same on every
// machine) are made while they lose less than a threshold that falls to nothing; then uphill again. The best
// of all starts stays.
// Source: Dueck and Scheuer (1990), Threshold accepting, Journal of Computational Physics 90:161-175.
#pragma once

#include "benchmark/co_picks.hpp"
#include "benchmark/mdav.hpp"

namespace smm::benchmark {

struct BlockRules {
  std::size_t k = 8;
  const std::vector<std::string>& cells;  // of each block; units stay in their cell
  bool keep_seats = true;
};

// `blocks` hold positions in `units`; `picked` counts positions in `members`, which lists all units of the
// blocks, ascending. Members of a block are sorted afterwards.
void improve_blocks(const std::vector<Unit>& units, const std::vector<std::size_t>& members,
                    const CoPicks& picked, const BlockRules& rules, std::vector<BlockOfUnits>& blocks);

}  // namespace smm::benchmark
