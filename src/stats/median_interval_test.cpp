// SPDX-License-Identifier: Apache-2.0
#include "stats/median_interval.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace smm::stats {
namespace {

std::vector<double> ranks_to(int n) {
  std::vector<double> values;
  for (int value = n; value >= 1; --value) values.push_back(value);
  return values;
}

// Ranks as in the usual tables and R 4.2.2, qbinom(0.025, n, 0.5): 10 and 21 of 30 (the worked example of
// docs/methods/median.md), 18 and 33 of 50, 41 and 61 of 101, 2 and 9 of 10.
TEST(MedianInterval, RanksAsInTheTables) {
  const Median thirty = median_with_interval(ranks_to(30), 0.95);
  EXPECT_EQ(thirty.value, 15.5);
  EXPECT_EQ(thirty.interval.low, 10);
  EXPECT_EQ(thirty.interval.high, 21);
  EXPECT_EQ(median_with_interval(ranks_to(50), 0.95).interval.low, 18);
  EXPECT_EQ(median_with_interval(ranks_to(50), 0.95).interval.high, 33);
  EXPECT_EQ(median_with_interval(ranks_to(101), 0.95).interval.low, 41);
  EXPECT_EQ(median_with_interval(ranks_to(101), 0.95).interval.high, 61);
  EXPECT_EQ(median_with_interval(ranks_to(10), 0.95).interval.low, 2);
  EXPECT_EQ(median_with_interval(ranks_to(10), 0.95).interval.high, 9);
}

TEST(MedianInterval, FewValuesGiveTheirRange) {
  const Median five = median_with_interval(ranks_to(5), 0.95);
  EXPECT_EQ(five.value, 3);
  EXPECT_EQ(five.interval.low, 1);
  EXPECT_EQ(five.interval.high, 5);
  const Median one = median_with_interval(std::vector<double>{7}, 0.95);
  EXPECT_EQ(one.value, 7);
  EXPECT_EQ(one.interval.low, 7);
  EXPECT_EQ(one.interval.high, 7);
}

}  // namespace
}  // namespace smm::stats
