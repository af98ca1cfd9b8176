// SPDX-License-Identifier: Apache-2.0
// Which blocks are joined in an area because too few of their units are scored in it: fewer than may be
// printed, or fewer than three outside any one system, so that missing areas do not empty the seats.
//
// The first block that falls short is joined to its nearest neighbor: inside its cell, else on its side of
// the outer wall, else anywhere. Looks at who is scored, never at scores. A joined block has the name of all
// its blocks, parted by '+'.
#pragma once

#include <string>
#include <vector>

#include "benchmark/partition.hpp"

namespace smm::benchmark {

using JoinedBlocks = std::vector<std::vector<std::size_t>>;  // positions in Partition::blocks, ascending

// `scored`: by unit. Empty when all blocks together fall short.
JoinedBlocks join_for_area(const Partition& partition, const std::vector<Unit>& units,
                           const std::vector<bool>& scored, int fewest, bool seats = true);

}  // namespace smm::benchmark
