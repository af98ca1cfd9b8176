// SPDX-License-Identifier: Apache-2.0
#include "benchmark/tied_blocks.hpp"

#include <algorithm>

namespace smm::benchmark {
namespace {

double per_unit(std::int64_t sum, std::size_t units) {
  return static_cast<double>(sum) / static_cast<double>(units);
}

}  // namespace

TiedBlocks::TiedBlocks(const CoPicks& picked, std::vector<BlockOfUnits> blocks)
    : picked_(&picked),
      blocks_(std::move(blocks)),
      block_of_(picked.count()),
      ties_(picked.count() * blocks_.size()),
      sums_(blocks_.size()) {
  for (std::size_t b = 0; b < blocks_.size(); ++b)
    for (const std::size_t unit : blocks_[b]) block_of_[unit] = b;
  for (std::size_t i = 0; i < picked.count(); ++i) {
    for (std::size_t j = 0; j < picked.count(); ++j) ties_[i * blocks_.size() + block_of_[j]] += picked(i, j);
    sums_[block_of_[i]] += tie(i, block_of_[i]);
  }
}

double TiedBlocks::worth() const {
  double worth = 0;
  for (std::size_t b = 0; b < blocks_.size(); ++b) worth += per_unit(sums_[b], size(b));
  return worth;
}

std::int64_t TiedBlocks::sum_without(std::size_t block, std::size_t unit) const {
  return sums_[block] - 2 * tie(unit, block) + (*picked_)(unit, unit);
}

std::int64_t TiedBlocks::sum_with(std::size_t block, std::size_t unit) const {
  return sums_[block] + 2 * tie(unit, block) + (*picked_)(unit, unit);
}

double TiedBlocks::gain_of_swap(std::size_t one, std::size_t other) const {
  const std::size_t a = block_of_[one];
  const std::size_t b = block_of_[other];
  const std::int64_t both = 2 * (*picked_)(one, other);  // was between the blocks, and is so again
  const std::int64_t in_a = sum_without(a, one) + sum_with(a, other) - sums_[a] - both;
  const std::int64_t in_b = sum_without(b, other) + sum_with(b, one) - sums_[b] - both;
  return per_unit(in_a - sums_[a], size(a)) + per_unit(in_b - sums_[b], size(b));
}

double TiedBlocks::gain_of_move(std::size_t unit, std::size_t to_block) const {
  const std::size_t from = block_of_[unit];
  return per_unit(sum_without(from, unit), size(from) - 1) - per_unit(sums_[from], size(from)) +
         per_unit(sum_with(to_block, unit), size(to_block) + 1) - per_unit(sums_[to_block], size(to_block));
}

void TiedBlocks::move(std::size_t unit, std::size_t to_block) {
  const std::size_t from = block_of_[unit];
  sums_[from] = sum_without(from, unit);
  sums_[to_block] = sum_with(to_block, unit);
  std::erase(blocks_[from], unit);
  blocks_[to_block].push_back(unit);
  block_of_[unit] = to_block;
  for (std::size_t u = 0; u < picked_->count(); ++u) {
    ties_[u * blocks_.size() + from] -= (*picked_)(u, unit);
    ties_[u * blocks_.size() + to_block] += (*picked_)(u, unit);
  }
}

void TiedBlocks::swap(std::size_t one, std::size_t other) {
  const std::size_t of_one = block_of_[one];
  move(one, block_of_[other]);
  move(other, of_one);
}

}  // namespace smm::benchmark
