// SPDX-License-Identifier: Apache-2.0
#include "benchmark/pair_swaps.hpp"

#include <algorithm>

#include "benchmark/seats.hpp"

namespace smm::benchmark {
namespace {

constexpr int most_sweeps = 50;  // ends by itself long before; a bound against equal gains by rounding

class Swapping {
 public:
  Swapping(const std::vector<Unit>& units, std::span<const std::size_t> members, const CoPicks& picked,
           const SwapRules& rules, std::vector<BlockOfUnits>& blocks)
      : units_(units), members_(members), picked_(picked), rules_(rules), blocks_(blocks) {
    block_of_.resize(members.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      for (std::size_t& unit : blocks[b]) {
        unit = static_cast<std::size_t>(std::ranges::lower_bound(members, unit) - members.begin());
        block_of_[unit] = b;
      }
    }
    ties_.assign(members.size() * blocks.size(), 0);
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = 0; j < members.size(); ++j) ties(i, block_of_[j]) += picked(i, j);
  }

  void run() {
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
      bool any = false;
      for (std::size_t i = 0; i < members_.size(); ++i) any = improve(i) || any;
      if (!any) break;
    }
    for (BlockOfUnits& block : blocks_) {
      for (std::size_t& unit : block) unit = members_[unit];
      std::ranges::sort(block);
    }
  }

 private:
  std::int64_t& ties(std::size_t unit, std::size_t block) { return ties_[unit * blocks_.size() + block]; }

  // What the swap adds to the sum; a unit has no ties to itself.
  double gain(std::size_t i, std::size_t j) {
    const std::size_t a = block_of_[i];
    const std::size_t b = block_of_[j];
    const std::int64_t both = picked_(i, j);
    return static_cast<double>(ties(j, a) - both - ties(i, a)) / static_cast<double>(blocks_[a].size()) +
           static_cast<double>(ties(i, b) - both - ties(j, b)) / static_cast<double>(blocks_[b].size());
  }

  bool improve(std::size_t i) {
    std::size_t best = i;
    double most = 1e-6;
    for (std::size_t j = 0; j < members_.size(); ++j) {
      if (block_of_[j] == block_of_[i] || rules_.cells[block_of_[j]] != rules_.cells[block_of_[i]]) continue;
      const double more = gain(i, j);
      if (more <= most || (rules_.keep_seats && !seats_hold_after(i, j))) continue;
      most = more;
      best = j;
    }
    if (best == i) return false;
    swap(i, best);
    return true;
  }

  bool seats_hold_after(std::size_t i, std::size_t j) {
    return units_[members_[i]].systems == units_[members_[j]].systems ||
           (seats_hold_with(block_of_[i], i, j) && seats_hold_with(block_of_[j], j, i));
  }

  bool seats_hold_with(std::size_t block, std::size_t without, std::size_t with) const {
    BlockOfUnits after;
    for (const std::size_t unit : blocks_[block]) after.push_back(members_[unit == without ? with : unit]);
    return seats_short(units_, after) == 0;
  }

  void swap(std::size_t i, std::size_t j) {
    const std::size_t a = block_of_[i];
    const std::size_t b = block_of_[j];
    std::ranges::replace(blocks_[a], i, j);
    std::ranges::replace(blocks_[b], j, i);
    std::swap(block_of_[i], block_of_[j]);
    for (std::size_t u = 0; u < members_.size(); ++u) {
      const std::int64_t moved = picked_(u, j) - picked_(u, i);
      ties(u, a) += moved;
      ties(u, b) -= moved;
    }
  }

  const std::vector<Unit>& units_;
  std::span<const std::size_t> members_;
  const CoPicks& picked_;
  const SwapRules& rules_;
  std::vector<BlockOfUnits>& blocks_;
  std::vector<std::size_t> block_of_;
  std::vector<std::int64_t> ties_;  // of each unit to each block
};

}  // namespace

void swap_pairs(const std::vector<Unit>& units, std::span<const std::size_t> members, const CoPicks& picked,
                const SwapRules& rules, std::vector<BlockOfUnits>& blocks) {
  if (blocks.size() > 1) Swapping(units, members, picked, rules, blocks).run();
}

}  // namespace smm::benchmark
