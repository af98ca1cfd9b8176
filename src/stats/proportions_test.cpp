// SPDX-License-Identifier: Apache-2.0
#include "stats/proportions.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace smm::stats {
namespace {

using Rows = std::vector<std::vector<double>>;

void expect_near_each(const std::vector<double>& got, const std::vector<double>& expected) {
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], expected[i], 1e-14) << "at " << i;
}

TEST(Proportions, AreSharesOfTheSum) {
  expect_near_each(proportions(std::vector<double>{1, 3, 0}), {0.25, 0.75, 0});
}

TEST(Proportions, HugeValuesDoNotOverflow) {
  expect_near_each(proportions(std::vector<double>{1e308, 1e308, 1e308}), {1.0 / 3, 1.0 / 3, 1.0 / 3});
}

TEST(Proportions, EqualValuesHaveMeanExactlyOne) {
  for (std::size_t n = 1; n <= 100; ++n) {
    EXPECT_EQ(mean_one(std::vector<double>(n, 0.1)), std::vector<double>(n, 1.0));
  }
  expect_near_each(mean_one(std::vector<double>{2, 1, 1, 0}), {2, 1, 1, 0});
}

// The worked example of docs/methods/budget-weights.md: a judge who spent 10 counts as much as one who
// spent 100.
TEST(Proportions, MeanCountsRowsAlike) {
  expect_near_each(mean_proportions(Rows{{50, 30, 20}, {1, 2, 7}}), {0.30, 0.25, 0.45});
}

TEST(Proportions, GeometricMeanKeepsRatios) {
  // Ratios of the first to the second thing: 2 and 8; their geometric mean is 4.
  expect_near_each(geometric_mean_proportions(Rows{{2, 1}, {8, 1}}), {0.8, 0.2});
  // Two judges of exactly opposite opinion leave nothing to choose.
  expect_near_each(geometric_mean_proportions(Rows{{9, 1}, {1, 9}}), {0.5, 0.5});
}

RC_GTEST_PROP(Proportions, ScalingARowChangesNoMean, ()) {
  const auto draw = [] { return *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(1, 1000)); };
  const auto first = draw();
  const auto second = draw();
  const Rows rows = {{first.begin(), first.end()}, {second.begin(), second.end()}};
  for (const double factor : {3.0, 0.1, 1e6}) {
    Rows scaled = rows;
    for (double& value : scaled[1]) value *= factor;
    for (const auto mean : {mean_proportions, geometric_mean_proportions}) {
      const auto before = mean(rows);
      const auto after = mean(scaled);
      RC_ASSERT(std::abs(std::accumulate(after.begin(), after.end(), 0.0) - 1) < 1e-13);
      for (std::size_t i = 0; i < before.size(); ++i) RC_ASSERT(std::abs(before[i] - after[i]) < 1e-12);
    }
  }
}

}  // namespace
}  // namespace smm::stats
