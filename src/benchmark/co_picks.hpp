// SPDX-License-Identifier: Apache-2.0
// How often two units are picked together, when every unit picks the twelve nearest to it.
//
// Nearness is public, but taste differs: a squared distance counts as .7 to 1.3 of itself. So unit j is among
// those of unit d with chance p_dj = (t/distance - .7) / .6 (from 0 to 1), t such that these add up to 12.
//   W_ij = sum over d of p_di p_dj, p in whole percent
//   W_ii = sum over d of p_di (picked is picked: with itself for certain)
// docs/methods/blocks.md.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "benchmark/features.hpp"

namespace smm::benchmark {

inline constexpr int picks_of_a_dean = 12;

// n x n, row by row; rows and columns are the positions in `features`.
class CoPicks {
 public:
  explicit CoPicks(std::span<const Features> features);

  std::int64_t operator()(std::size_t i, std::size_t j) const { return together_[i * count_ + j]; }
  std::size_t count() const { return count_; }

 private:
  std::size_t count_;
  std::vector<std::int64_t> together_;
};

}  // namespace smm::benchmark
