// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_check.hpp"

#include <gtest/gtest.h>

#include "benchmark/freeze.hpp"
#include "benchmark/stack_programme.hpp"
#include "benchmark_populations.hpp"

namespace smm::benchmark {
namespace {

// The worked example of docs/methods/stack.md. Four units; rounds that differ by the fourth alone.
TEST(StackProgramme, TwoSumsThatDifferByOneUnitBoundIt) {
  const StackRow first{{0, 1, 2}, 150, 162};
  const StackRow second{{0, 1, 2, 3}, 200, 206};
  const std::vector<StackRow> rows = {first, second};
  const auto scores = nearest_scores(rows, {50, 50, 56, 47});
  ASSERT_TRUE(scores.has_value());
  EXPECT_FALSE(units_moved(rows, *scores, 3, 20, {}).has_value());  // from 38 to 56: 18 points
  const auto moved = units_moved(rows, *scores, 3, 15, {});
  ASSERT_TRUE(moved.has_value());
  EXPECT_FALSE(moved->empty());
  const std::size_t known[] = {0, 1, 2};
  EXPECT_FALSE(units_moved(rows, *scores, 3, 15, known).has_value());  // then only 6 are left
}

TEST(StackProgramme, SaysWhenNoScoresFit) {
  const std::vector<StackRow> rows = {{{0, 1}, 0, 20}, {{0, 1}, 100, 120}};
  EXPECT_FALSE(nearest_scores(rows, {50, 50}).has_value());
}

TEST(StackCheck, ASingleReleaseKeepsThePromiseByConstruction) {
  test_support::PopulationPlan plan;
  plan.frame = 30;
  const test_support::Population population(plan);
  const auto release = freeze(population.input());
  ASSERT_TRUE(release.ok());
  EXPECT_FALSE(stack_breach({&**release}, "medicine", {}).has_value());
}

TEST(StackCheck, ALaterRoundIsReleasedWithEarlierOnesInView) {
  test_support::PopulationPlan plan;
  plan.frame = 45;
  plan.areas = 2;
  test_support::Population population(plan);
  const auto first = freeze(population.input());
  ASSERT_TRUE(first.ok());
  population.next_round(6, 6, .5);
  population.input().previous = {*first};
  const auto second = freeze(population.input());
  ASSERT_TRUE(second.ok());
  EXPECT_EQ((*second)->previous, std::vector<std::string>{(*first)->sha256});
  // Six joined and six left: too few for a new issue of spread.
  EXPECT_EQ((*second)->professions.front().spread_of, (*first)->sha256);
}

}  // namespace
}  // namespace smm::benchmark
