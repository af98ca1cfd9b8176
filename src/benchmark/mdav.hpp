// SPDX-License-Identifier: Apache-2.0
// Micro-aggregation by maximum distance to the average (MDAV): parts units into blocks of at least k that are
// alike.
//
// While 3k units are left: the one farthest from the middle takes its k-1 nearest, and the one farthest from
// it does so too. With 2k or more left, one such block and the rest; else the rest is a block. Ties go to the
// lower position. Time in proportion to n^2 / k.
// Source: Domingo-Ferrer and Mateo-Sanz (2002), IEEE Transactions on Knowledge and Data Engineering
// 14:189-201.
//
// Every block has k to 2k - 1 units; fewer than k units are one block.
#pragma once

#include <span>
#include <vector>

#include "benchmark/features.hpp"

namespace smm::benchmark {

using BlockOfUnits = std::vector<std::size_t>;

// `units` are positions in `features`, ascending; so are the members of each block.
std::vector<BlockOfUnits> mdav_blocks(std::span<const Features> features, BlockOfUnits units, std::size_t k);

}  // namespace smm::benchmark
