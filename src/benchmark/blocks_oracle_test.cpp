// SPDX-License-Identifier: Apache-2.0
// Blocks against slow, obvious second opinions: MDAV by sums over pairs, worth by adding W up, and every swap
// and move tried.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>
#include <algorithm>

#include "base/random.hpp"
#include "benchmark/block_search.hpp"
#include "benchmark/tied_blocks.hpp"

namespace smm::benchmark {
namespace {

std::vector<Features> random_features(std::uint64_t seed, std::size_t count) {
  base::Random random(seed);
  std::vector<Features> features(count);
  for (Features& f : features) {
    f.words = {static_cast<std::uint32_t>(random.below(2)), static_cast<std::uint32_t>(random.below(2)),
               static_cast<std::uint32_t>(random.below(9)), 0, static_cast<std::uint32_t>(random.below(4))};
    f.half_steps = 2 * static_cast<std::int64_t>(random.below(3));
    f.carnegie_class = static_cast<std::int64_t>(random.below(3));
  }
  return features;
}

// ---- MDAV. The squared distance to the middle of n points, times 2 n^2, is 2 n times the sum of distances
// to them less the sum of all distances between them.

std::int64_t slow_distance_to_middle(const std::vector<Features>& all, const BlockOfUnits& of,
                                     std::size_t unit) {
  std::int64_t to_all = 0;
  std::int64_t between = 0;
  for (const std::size_t one : of) {
    to_all += distance(all[unit], all[one]);
    for (const std::size_t other : of) between += distance(all[one], all[other]);
  }
  return 2 * std::ssize(of) * to_all - between;
}

template <class Distance>
std::size_t slow_farthest(const BlockOfUnits& of, const Distance& distance_of) {
  return *std::ranges::max_element(of, {}, distance_of);
}

BlockOfUnits take_slowly(const std::vector<Features>& all, BlockOfUnits& left, std::size_t from,
                         std::size_t k) {
  BlockOfUnits order = left;
  std::ranges::stable_sort(order, {}, [&](std::size_t unit) { return distance(all[unit], all[from]); });
  order.resize(k);
  std::ranges::sort(order);
  std::erase_if(left, [&](std::size_t unit) { return std::ranges::find(order, unit) != order.end(); });
  return order;
}

std::vector<BlockOfUnits> slow_mdav(const std::vector<Features>& all, BlockOfUnits left, std::size_t k) {
  std::vector<BlockOfUnits> blocks;
  const auto farthest_from_middle = [&] {
    return slow_farthest(left, [&](std::size_t unit) { return slow_distance_to_middle(all, left, unit); });
  };
  while (left.size() >= 3 * k) {
    const std::size_t one = farthest_from_middle();
    const std::size_t other =
        slow_farthest(left, [&](std::size_t unit) { return distance(all[unit], all[one]); });
    blocks.push_back(take_slowly(all, left, one, k));
    blocks.push_back(take_slowly(all, left, other, k));
  }
  if (left.size() >= 2 * k) blocks.push_back(take_slowly(all, left, farthest_from_middle(), k));
  if (!left.empty()) blocks.push_back(left);
  return blocks;
}

BlockOfUnits first_units(std::size_t count) {
  BlockOfUnits units(count);
  for (std::size_t i = 0; i < count; ++i) units[i] = i;
  return units;
}

RC_GTEST_PROP(BlocksOracle, MdavIsWhatASlowOneFinds, ()) {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
  const auto count = *rc::gen::inRange<std::size_t>(1, 60);
  const auto k = *rc::gen::inRange<std::size_t>(2, 9);
  const auto features = random_features(seed, count);
  RC_ASSERT(mdav_blocks(features, first_units(count), k) == slow_mdav(features, first_units(count), k));
}

// ---- The search.

double slow_worth(const CoPicks& picked, const std::vector<BlockOfUnits>& blocks) {
  double worth = 0;
  for (const BlockOfUnits& block : blocks) {
    std::int64_t sum = 0;
    for (const std::size_t one : block)
      for (const std::size_t other : block) sum += picked(one, other);
    worth += static_cast<double>(sum) / static_cast<double>(block.size());
  }
  return worth;
}

RC_GTEST_PROP(BlocksOracle, GainsAreDifferencesOfWorth, ()) {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
  const auto count = *rc::gen::inRange<std::size_t>(20, 50);
  const CoPicks picked(random_features(seed, count));
  TiedBlocks blocks(picked, mdav_blocks(random_features(seed, count), first_units(count), 5));
  base::Random random(seed);
  for (int step = 0; step < 20; ++step) {
    const double before = slow_worth(picked, blocks.blocks());
    RC_ASSERT(std::abs(before - blocks.worth()) < 1e-6 * before);
    const std::size_t one = random.below(count);
    const std::size_t other = random.below(count);
    if (blocks.block_of(one) == blocks.block_of(other) || blocks.size(blocks.block_of(one)) < 2) continue;
    const bool swaps = random.chance(.5);
    const std::size_t to = blocks.block_of(other);
    const double gain = swaps ? blocks.gain_of_swap(one, other) : blocks.gain_of_move(one, to);
    swaps ? blocks.swap(one, other) : blocks.move(one, to);
    RC_ASSERT(std::abs(slow_worth(picked, blocks.blocks()) - before - gain) < 1e-6 * before);
  }
}

std::vector<Unit> lone_units(std::size_t count) {
  std::vector<Unit> units(count);
  for (std::size_t i = 0; i < count; ++i) units[i] = {"i" + std::to_string(i), {i}, i, {}, true};
  return units;
}

// No change of two units that the rules allow makes the blocks worth more.
void expect_no_better_change(const CoPicks& picked, std::vector<BlockOfUnits> blocks, std::size_t k) {
  const double worth = slow_worth(picked, blocks) + 1e-3;
  for (std::size_t a = 0; a < blocks.size(); ++a)
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      for (std::size_t i = 0; a < b && i < blocks[a].size(); ++i)
        for (std::size_t j = 0; j < blocks[b].size(); ++j) {
          std::swap(blocks[a][i], blocks[b][j]);
          RC_ASSERT(slow_worth(picked, blocks) <= worth);
          std::swap(blocks[a][i], blocks[b][j]);
        }
      for (std::size_t i = 0;
           a != b && blocks[a].size() > k && blocks[b].size() < 2 * k - 1 && i < blocks[a].size(); ++i) {
        auto moved = blocks;
        moved[b].push_back(moved[a][i]);
        moved[a].erase(moved[a].begin() + static_cast<std::ptrdiff_t>(i));
        RC_ASSERT(slow_worth(picked, moved) <= worth);
      }
    }
}

RC_GTEST_PROP(BlocksOracle, NoSwapOrMoveMakesTheBlocksWorthMore, ()) {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
  const auto count = *rc::gen::inRange<std::size_t>(12, 30);
  const std::size_t k = 5;  // blocks of nine at most, whatever the cells
  const auto features = random_features(seed, count);
  const CoPicks picked(features);
  auto blocks = mdav_blocks(features, first_units(count), k);
  const double before = slow_worth(picked, blocks);
  const std::size_t count_of_blocks = blocks.size();
  const std::vector<std::string> cells(count_of_blocks, "");
  improve_blocks(lone_units(count), first_units(count), picked, {k, cells, true}, blocks);
  RC_ASSERT(blocks.size() == count_of_blocks);
  BlockOfUnits all;
  for (const BlockOfUnits& block : blocks) {
    RC_ASSERT(block.size() >= k && block.size() < 2 * k);
    RC_ASSERT(std::ranges::is_sorted(block));
    all.insert(all.end(), block.begin(), block.end());
  }
  std::ranges::sort(all);
  RC_ASSERT(all == first_units(count));
  RC_ASSERT(slow_worth(picked, blocks) >= before - 1e-3);
  expect_no_better_change(picked, blocks, k);
}

TEST(BlockSearch, KeepsTwelvePicksApart) {
  const std::size_t count = 23;  // two blocks of eight: eleven and twelve at the best
  const std::vector<Features> alike(count);
  const CoPicks picked(alike);
  auto blocks = mdav_blocks(alike, first_units(count), 8);
  improve_blocks(lone_units(count), first_units(count), picked, {8, std::vector<std::string>(2, ""), true},
                 blocks);
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_LE(std::max(blocks[0].size(), blocks[1].size()), 12U);
}

TEST(BlockSearch, KeepsSeatsAndCells) {
  const std::size_t count = 40;
  const auto features = random_features(5, count);
  auto units = lone_units(count);
  for (std::size_t i = 0; i < 12; ++i) units[i].systems = {"one"};
  const CoPicks picked(features);
  std::vector<BlockOfUnits> blocks;
  std::vector<std::string> cells;
  for (std::size_t b = 0; b < 5; ++b) {
    cells.push_back(b < 2 ? "left" : "right");
    blocks.emplace_back();
    for (std::size_t i = 0; i < 8; ++i) blocks.back().push_back(5 * i + b);
  }
  const auto before = blocks;
  improve_blocks(units, first_units(count), picked, {8, cells, true}, blocks);
  EXPECT_NE(blocks, before);
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    int outside = 0;
    for (const std::size_t unit : blocks[b]) {
      outside += units[unit].systems.empty() ? 1 : 0;
      EXPECT_EQ(unit % 5 < 2, b < 2) << unit;
    }
    EXPECT_GE(outside, 3);
  }
}

}  // namespace
}  // namespace smm::benchmark
