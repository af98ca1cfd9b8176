// SPDX-License-Identifier: Apache-2.0
#include "stats/harrell_davis.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace smm::stats {
namespace {

// The worked example of docs/methods/harrell-davis.md. For the median of three values the weights are
// I(1/3; 2, 2) = 3 (1/3)^2 - 2 (1/3)^3 = 7/27, then 13/27, then 7/27.
TEST(HarrellDavis, WorkedExampleOfThree) {
  const std::vector<double> values = {60, 30, 33};
  EXPECT_NEAR(harrell_davis(values, 0.5), (7 * 30 + 13 * 33 + 7 * 60) / 27.0, 1e-12);
  // Two values left, each weighing one half: 46.5, 45, 31.5; mean 41.
  const auto error = harrell_davis_error(values, 0.5);
  ASSERT_TRUE(error.has_value());
  EXPECT_NEAR(*error, std::sqrt(2.0 / 3 * (5.5 * 5.5 + 4.0 * 4.0 + 9.5 * 9.5)), 1e-12);
}

// p = 1/4 of three values: a = 1, b = 3, so I(x) = 1 - (1 - x)^3 and the weights are 19/27, 7/27, 1/27.
TEST(HarrellDavis, LowerQuartileOfThree) {
  EXPECT_NEAR(harrell_davis(std::vector<double>{27, 0, 54}, 0.25), 7.0 + 2.0, 1e-12);
}

TEST(HarrellDavis, EqualValuesHaveNoSpread) {
  const std::vector<double> values(7, 0.1);
  EXPECT_EQ(harrell_davis(values, 0.9), 0.1);
  EXPECT_NEAR(*harrell_davis_error(values, 0.9), 0, 1e-15);
}

TEST(HarrellDavis, TwoValuesHaveNoError) {
  EXPECT_FALSE(harrell_davis_error(std::vector<double>{1, 2}, 0.5).has_value());
  EXPECT_NEAR(harrell_davis(std::vector<double>{1, 2}, 0.5), 1.5, 1e-15);
}

RC_GTEST_PROP(HarrellDavis, StaysInBoundsRisesWithPAndIgnoresOrder, ()) {
  const auto drawn = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 101)));
  const std::vector<double> values(drawn.begin(), drawn.end());
  std::vector<double> changed(values.rbegin(), values.rend());
  for (double& value : changed) value = 100 - value;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  double before = *least;
  for (const double p : {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99}) {
    const double found = harrell_davis(values, p);
    RC_ASSERT(found >= before - 1e-10 && found <= *most + 1e-10);
    RC_ASSERT(std::abs(harrell_davis(changed, 1 - p) - (100 - found)) < 1e-10);
    before = found;
  }
}

}  // namespace
}  // namespace smm::stats
