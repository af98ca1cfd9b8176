// SPDX-License-Identifier: Apache-2.0
#include "interval_program.hpp"

#include <gtest/gtest.h>

namespace smm::attacks {
namespace {

KnownSum mean_of(int first, int count, double low, double high) {
  KnownSum sum{{}, low * count, high * count};
  for (int i = 0; i < count; ++i) sum.terms.push_back({first + i, 1});
  return sum;
}

TEST(IntervalProgram, LeavesTwentyPointsOfFiveAtTheFloor) {
  IntervalProgram program(5, {mean_of(0, 5, 0, 4)});
  ASSERT_TRUE(program.feasible());
  EXPECT_NEAR(program.range(3).low, 0, 1e-9);
  EXPECT_NEAR(program.range(3).high, 20, 1e-9);
}

TEST(IntervalProgram, LeavesTheWidthOfTheSumWhenAllOthersCollude) {
  IntervalProgram program(5, {mean_of(0, 5, 48, 52)});
  for (int colluder = 1; colluder < 5; ++colluder) program.fix(colluder, 50);
  ASSERT_TRUE(program.feasible());
  EXPECT_NEAR(program.range(0).low, 40, 1e-9);
  EXPECT_NEAR(program.range(0).high, 60, 1e-9);
  program.release(1);
  ASSERT_TRUE(program.feasible());
  EXPECT_NEAR(program.range(0).width(), 100, 1e-9);
}

TEST(IntervalProgram, SeesOverlapsNarrow) {
  IntervalProgram program(9, {mean_of(0, 5, 0, 4), mean_of(4, 5, 80, 84)});
  ASSERT_TRUE(program.feasible());
  const Narrowest found = narrowest(program, {0, 1, 2, 3, 4, 5, 6, 7, 8});
  EXPECT_EQ(found.unknown, 0);  // 4 must reach 0 in the second, so the first leaves all 20 points
  EXPECT_NEAR(found.range.width(), 20, 1e-9);
  EXPECT_TRUE(narrower_than(program, {0, 4}, 20 - 1e-6).empty());
  EXPECT_EQ(narrower_than(program, {0, 4}, 21).size(), 2U);
}

TEST(IntervalProgram, SaysWhenNothingAgrees) {
  IntervalProgram program(5, {mean_of(0, 5, 0, 4), mean_of(0, 5, 8, 12)});
  EXPECT_FALSE(program.feasible());
}

TEST(IntervalProgram, WitnessesNeverExceedTheRange) {
  IntervalProgram program(12, {mean_of(0, 8, 20, 24), mean_of(4, 8, 60, 64)});
  ASSERT_TRUE(program.feasible());
  program.wander(10, 3);
  for (int i = 0; i < 12; ++i) {
    const Range shown = program.witnessed()[static_cast<std::size_t>(i)];
    const Range exact = program.range(i);
    EXPECT_GE(shown.low, exact.low - 1e-7);
    EXPECT_LE(shown.high, exact.high + 1e-7);
  }
}

TEST(IntervalProgram, MixturesNeverExceedTheRange) {
  IntervalProgram program(12, {mean_of(0, 8, 20, 24), mean_of(4, 8, 60, 64)});
  ASSERT_TRUE(program.feasible());
  program.wander(20, 3);
  const auto solutions = program.solutions();
  int shown = 0;
  for (int known = 1; known < 12; ++known) {
    const auto left = left_by_mixtures(solutions, 0, known, 30);
    program.fix(known, 30);
    ASSERT_TRUE(program.feasible());
    const Range exact = program.range(0);
    program.release(known);
    if (!left) continue;
    ++shown;
    EXPECT_GE(left->low, exact.low - 1e-6);
    EXPECT_LE(left->high, exact.high + 1e-6);
  }
  EXPECT_GT(shown, 5);
}

}  // namespace
}  // namespace smm::attacks
