// SPDX-License-Identifier: Apache-2.0
// Wide bins: [0, r), [r, 2r), ..., the last one closed, over a declared range. r = 20 % of the range, divided
// by the fewest scored units of a printed block; so whoever knows all others of a block still faces 20 %.
// Shown by the midpoint. r never depends on how many are in a block.
#pragma once

#include <cstdint>

namespace smm::benchmark {

struct Bin {
  double low = 0;
  double high = 0;

  double middle() const { return (low + high) / 2; }
};

// Least units scored in a printed block of a partition by k: 5, or 4 where k is under 8.
int fewest_scored(int k);

// In percent of the range: 4 for k of 8 and more, 5 below.
double bin_width(int k);

// The bin of sum / count, both in parts of which a point of 0-100 has `parts`; 0 <= sum <= 100 parts count.
Bin bin_of_mean(std::int64_t sum, std::int64_t count, std::int64_t parts, int fewest);

}  // namespace smm::benchmark
