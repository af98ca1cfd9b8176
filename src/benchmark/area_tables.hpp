// SPDX-License-Identifier: Apache-2.0
// The table of a profession as blocks and bins, area by area: what every figure of a group is computed from.
//
//   mean of a group in an area    sum of w_b m_b / sum of w_b over the group's (joined) blocks,
//                                 w the block's units in the frame, m the midpoint of its bin
//   figure of a domain            plain mean of the areas' means, on the finest parts of the profession that
//                                 the (joined) blocks of all its areas lie in
#pragma once

#include "benchmark/bins.hpp"
#include "benchmark/block_facts.hpp"

namespace smm::benchmark {

// Blocks that have one figure together.
struct Part {
  std::vector<std::size_t> blocks;  // ascending
  double middle = 0;
  int in_frame = 0;
  int answered = 0;
};

using Parts = std::vector<Part>;

// By area of the outline; empty where the area has no rows. Rows that name unknown blocks or areas are left
// out: the audit reports them.
std::vector<Parts> parts_by_area(const ProfessionRelease& release, const ProfessionBlocks& blocks,
                                 const Outline& outline);

// The finest parts that all the areas' parts lie in, areas without parts left out; empty when all are.
Parts parts_of_areas(const std::vector<Parts>& by_area, const std::vector<std::size_t>& areas,
                     const ProfessionBlocks& blocks);

// Nothing when a part lies inside and outside the group, or there are no parts.
std::optional<double> mean_of_group(const Parts& parts, const std::vector<std::size_t>& group);

// The part that a block is in; nothing when there are no parts.
std::optional<std::size_t> part_with(const Parts& parts, std::size_t block);

}  // namespace smm::benchmark
