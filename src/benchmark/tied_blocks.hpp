// SPDX-License-Identifier: Apache-2.0
// Blocks whose worth is known at every moment, so that a change can be tried without making it:
//   worth = sum over blocks of (sum over i, j in the block of W_ij) / units in the block
// W from benchmark/co_picks.hpp, i = j among them. The worth is the part of the picks' mean that means of
// blocks can tell. W and its sums are whole numbers; only their division is rounded, everywhere alike.
#pragma once

#include "benchmark/co_picks.hpp"
#include "benchmark/mdav.hpp"

namespace smm::benchmark {

class TiedBlocks {
 public:
  // `blocks` hold positions in `picked`, every one once.
  TiedBlocks(const CoPicks& picked, std::vector<BlockOfUnits> blocks);

  const std::vector<BlockOfUnits>& blocks() const { return blocks_; }
  std::size_t block_of(std::size_t unit) const { return block_of_[unit]; }
  std::size_t size(std::size_t block) const { return blocks_[block].size(); }

  double worth() const;
  double gain_of_swap(std::size_t one, std::size_t other) const;      // two units change places
  double gain_of_move(std::size_t unit, std::size_t to_block) const;  // its block has two units or more

  void swap(std::size_t one, std::size_t other);
  void move(std::size_t unit, std::size_t to_block);

 private:
  std::int64_t tie(std::size_t unit, std::size_t block) const { return ties_[unit * blocks_.size() + block]; }
  std::int64_t sum_without(std::size_t block, std::size_t unit) const;
  std::int64_t sum_with(std::size_t block, std::size_t unit) const;

  const CoPicks* picked_;
  std::vector<BlockOfUnits> blocks_;
  std::vector<std::size_t> block_of_;
  std::vector<std::int64_t> ties_;  // of each unit to all of each block
  std::vector<std::int64_t> sums_;  // of W inside each block
};

}  // namespace smm::benchmark
