// SPDX-License-Identifier: Apache-2.0
#include "benchmark/mdav.hpp"

#include <algorithm>

namespace smm::benchmark {
namespace {

// The units that are in no block yet.
class UnitsLeft {
 public:
  UnitsLeft(std::span<const Features> features, BlockOfUnits units)
      : features_(features), left_(std::move(units)), middle_(features, left_) {}

  std::size_t count() const { return left_.size(); }

  std::size_t farthest_from_middle() const {
    return farthest([&](std::size_t unit) { return middle_.scaled_distance(features_[unit]); });
  }

  std::size_t farthest_from(const Features& from) const {
    return farthest([&](std::size_t unit) { return distance(features_[unit], from); });
  }

  // Takes the k units nearest to `from` out, as a block.
  BlockOfUnits take_nearest(const Features& from, std::size_t k) {
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    order.reserve(left_.size());
    for (const std::size_t unit : left_) order.emplace_back(distance(features_[unit], from), unit);
    std::ranges::nth_element(order, order.begin() + static_cast<std::ptrdiff_t>(k - 1));
    BlockOfUnits block;
    for (std::size_t i = 0; i < k; ++i) block.push_back(order[i].second);
    std::ranges::sort(block);
    for (const std::size_t unit : block) middle_.remove(features_[unit]);
    std::erase_if(left_, [&](std::size_t unit) { return std::ranges::binary_search(block, unit); });
    return block;
  }

  BlockOfUnits take_rest() { return std::exchange(left_, {}); }

 private:
  template <class Distance>
  std::size_t farthest(Distance distance_of) const {
    std::size_t best = left_.front();
    std::int64_t most = -1;
    for (const std::size_t unit : left_) {
      const std::int64_t apart = distance_of(unit);
      if (apart > most) {
        most = apart;
        best = unit;
      }
    }
    return best;
  }

  std::span<const Features> features_;
  BlockOfUnits left_;
  Centroid middle_;
};

}  // namespace

std::vector<BlockOfUnits> mdav_blocks(std::span<const Features> features, BlockOfUnits units, std::size_t k) {
  UnitsLeft left(features, std::move(units));
  std::vector<BlockOfUnits> blocks;
  while (left.count() >= 3 * k) {
    const Features& one = features[left.farthest_from_middle()];
    const Features& other = features[left.farthest_from(one)];
    blocks.push_back(left.take_nearest(one, k));
    blocks.push_back(left.take_nearest(other, k));
  }
  if (left.count() >= 2 * k) blocks.push_back(left.take_nearest(features[left.farthest_from_middle()], k));
  if (left.count() > 0) blocks.push_back(left.take_rest());
  return blocks;
}

}  // namespace smm::benchmark
