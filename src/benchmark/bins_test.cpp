// SPDX-License-Identifier: Apache-2.0
#include "benchmark/bins.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>

namespace smm::benchmark {
namespace {

// The worked example of docs/methods/release.md: 53, 61.5, 40, 58.5 and 47 points of eight units, five
// scored.
TEST(Bins, WorkedExample) {
  const std::int64_t halves = 2;
  const Bin bin = bin_of_mean(106 + 123 + 80 + 117 + 94, 5, halves, fewest_scored(8));
  EXPECT_EQ(bin.low, 52);
  EXPECT_EQ(bin.high, 56);
  EXPECT_EQ(bin.middle(), 54);
}

TEST(Bins, EdgesBelongToTheUpperBinAndOneHundredToTheLast) {
  EXPECT_EQ(bin_of_mean(4 * 5, 5, 1, 5).low, 4);
  EXPECT_EQ(bin_of_mean(4 * 5 - 1, 5, 1, 5).low, 0);
  EXPECT_EQ(bin_of_mean(100 * 5, 5, 1, 5).low, 96);
  EXPECT_EQ(bin_of_mean(100 * 4, 4, 1, 4).high, 100);
}

TEST(Bins, AreFourPointsWideForEightAndFiveForFive) {
  EXPECT_EQ(bin_width(8), 4);
  EXPECT_EQ(bin_width(5), 5);
  EXPECT_EQ(fewest_scored(8), 5);
  EXPECT_EQ(fewest_scored(5), 4);
}

// Whoever knows all others still faces 20 points, before the ends of the range cut in.
RC_GTEST_PROP(BinsProperty, LeaveTwentyPointsToAMemberWhenAllOthersAreKnown, ()) {
  const int k = *rc::gen::element(5, 8);
  const int count = *rc::gen::inRange(fewest_scored(k), 16);
  std::int64_t sum = 0;
  for (int i = 0; i < count; ++i) sum += *rc::gen::inRange(0, 201);
  const Bin bin = bin_of_mean(sum, count, 2, fewest_scored(k));
  const double mean = static_cast<double>(sum) / 2 / count;
  RC_ASSERT(bin.low <= mean && mean <= bin.high);
  RC_ASSERT((bin.high - bin.low) * count >= 20);
}

}  // namespace
}  // namespace smm::benchmark
