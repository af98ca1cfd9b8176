// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_ranges.hpp"

#include <gtest/gtest.h>

namespace smm::benchmark {
namespace {

AreaStack stack_of_rows(std::size_t unknowns, std::vector<StackRow> rows) {
  AreaStack stack;
  stack.unknowns.resize(unknowns);
  stack.rows = std::move(rows);
  return stack;
}

// The worked example of docs/methods/stack.md: rounds that differ by the fourth unit alone.
TEST(StackRanges, TwoSumsThatDifferByOneUnitBoundIt) {
  StackRanges ranges(stack_of_rows(4, {{{0, 1, 2}, 150, 162}, {{0, 1, 2, 3}, 200, 206}}));
  ASSERT_TRUE(ranges.any_scores_fit());
  EXPECT_TRUE(ranges.leaves(3, 18));  // from 38 to 56
  EXPECT_FALSE(ranges.leaves(3, 18.1));
  EXPECT_TRUE(ranges.leaves(0, 20));
  EXPECT_TRUE(ranges.holds(3, 38));
  EXPECT_TRUE(ranges.holds(3, 56));
  EXPECT_FALSE(ranges.holds(3, 37.9));
  EXPECT_FALSE(ranges.holds(3, 56.1));
}

TEST(StackRanges, SaysWhenNoScoresFit) {
  StackRanges ranges(stack_of_rows(2, {{{0, 1}, 0, 20}, {{0, 1}, 100, 120}}));
  EXPECT_FALSE(ranges.any_scores_fit());
}

TEST(StackRanges, ScoresEndAtZeroAndAHundred) {
  StackRanges ranges(stack_of_rows(5, {{{0, 1, 2, 3, 4}, 480, 500}}));
  EXPECT_TRUE(ranges.leaves(2, 20));
  EXPECT_FALSE(ranges.leaves(2, 20.1));
  EXPECT_TRUE(ranges.holds(2, 100));
  EXPECT_FALSE(ranges.holds(2, 79));
}

}  // namespace
}  // namespace smm::benchmark
