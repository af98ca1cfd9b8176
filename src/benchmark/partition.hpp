// SPDX-License-Identifier: Apache-2.0
// The partition of a profession's units into blocks, from public variables alone. docs/methods/blocks.md.
//
// Inside each cell of the walls: MDAV, seats, a search for blocks worth more. Units that did not answer are
// put into the nearest block of their cell, so that a block weighs as many units as it stands for. Blocks are
// numbered by their first unit. The same frame gives the same blocks; scores are not known here.
#pragma once

#include <optional>

#include "benchmark/clauses.hpp"
#include "benchmark/mdav.hpp"
#include "benchmark/walls.hpp"

namespace smm::benchmark {

struct Partition {
  std::vector<BlockOfUnits> blocks;               // units that answered, by position
  std::vector<std::optional<std::size_t>> block;  // of every unit; nothing where it has no place
  std::vector<Features> features;                 // of every unit
  std::vector<std::string> cells;                 // of each block
  Walls walls;
};

// The search looks at all pairs; more units than this are left as MDAV puts them.
inline constexpr std::size_t most_swapped = 2000;

// Nothing when no set of walls, not even none, leaves every block its seats. Needs k units that answered.
std::optional<Partition> partition_of(const std::vector<Unit>& units, const std::vector<FrameRow>& rows,
                                      std::string_view profession, std::size_t k, const Clauses& clauses);

}  // namespace smm::benchmark
