// SPDX-License-Identifier: Apache-2.0
#include "stats/rubin_pool.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

#include "stats/wilson_interval.hpp"

namespace smm::stats {
namespace {

// Means of oxygen intake from five completed data sets, as printed in the SAS/STAT user's guide, "The
// MIANALYZE procedure: reading means and standard errors from a data set".
const std::vector<double> oxygen = {47.0120, 47.2407, 47.4995, 47.1485, 47.0042};
const std::vector<double> oxygen_variances = {0.95984 * 0.95984, 0.93540 * 0.93540, 1.00766 * 1.00766,
                                              0.95439 * 0.95439, 0.96528 * 0.96528};

// R 4.2.2, mitools 2.4, MIcombine: 47.18098, variance 0.98061863074, 1553.17408969890 degrees.
TEST(RubinPool, AgreesWithMitools) {
  const PooledEstimate found = rubin_pool(oxygen, oxygen_variances);
  EXPECT_NEAR(found.estimate, 47.18098, 1e-10);
  EXPECT_NEAR(found.total, 0.98061863074, 1e-10);
  EXPECT_NEAR(found.degrees_of_freedom, 1553.17408969890, 1e-6);
}

// The same page with 30 degrees of complete data: between 0.041478, within 0.930853, total 0.980626,
// 26.298 degrees, interval 45.1466 to 49.2154 (its inputs are rounded above).
TEST(RubinPool, AgreesWithTheSasExample) {
  const PooledEstimate found = rubin_pool(oxygen, oxygen_variances, 30);
  EXPECT_NEAR(found.between, 0.041478, 2e-5);
  EXPECT_NEAR(found.within, 0.930853, 2e-5);
  EXPECT_NEAR(found.total, 0.980626, 2e-5);
  EXPECT_NEAR(found.degrees_of_freedom, 26.298, 2e-3);
  const Interval interval = pooled_interval(found, 0.95);
  EXPECT_NEAR(interval.low, 45.1466, 2e-4);
  EXPECT_NEAR(interval.high, 49.2154, 2e-4);
}

// The worked example of docs/methods/linkage-draws.md; computed in R 4.2.2 from the formula.
TEST(RubinPool, SharesOfFiveDraws) {
  const std::vector<double> shares = {.42, .45, .40, .47, .44};
  const Interval found = pooled_wilson_interval(shares, std::vector<double>(5, 120), 0.95);
  EXPECT_NEAR(found.low, 0.332442580782126, 1e-10);
  EXPECT_NEAR(found.high, 0.545457689000663, 1e-10);
}

TEST(RubinPool, AllOrNothing) {
  const std::vector<double> ten(3, 10.0);
  EXPECT_EQ(pooled_wilson_interval(std::vector<double>{0, 0, 0}, ten, 0.95).low, 0);
  EXPECT_EQ(pooled_wilson_interval(std::vector<double>{1, 1, 1}, ten, 0.95).high, 1);
  const Interval torn = pooled_wilson_interval(std::vector<double>{1, 0, 1}, ten, 0.95);
  EXPECT_TRUE(0 <= torn.low && torn.low < 2.0 / 3 && 2.0 / 3 < torn.high && torn.high <= 1);
}

RC_GTEST_PROP(RubinPool, DrawsThatAgreeGiveWilson, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 400);
  const auto successes = *rc::gen::inRange<std::size_t>(0, n + 1);
  const auto draws = *rc::gen::inRange<std::size_t>(1, 8);
  const std::vector<double> shares(draws, static_cast<double>(successes) / static_cast<double>(n));
  const std::vector<double> sizes(draws, static_cast<double>(n));
  const Interval found = pooled_wilson_interval(shares, sizes, 0.95);
  const Interval wilson = wilson_interval(successes, n, 0.95);
  RC_ASSERT(std::abs(found.low - wilson.low) < 1e-9 && std::abs(found.high - wilson.high) < 1e-9);
}

// Draws that differ can only widen.
RC_GTEST_PROP(RubinPool, NeverNarrowerThanTheDrawsApart, ()) {
  const auto counts = *rc::gen::container<std::vector<int>>(5, rc::gen::inRange(1, 60));
  std::vector<double> shares;
  for (const int count : counts) shares.push_back(count / 60.0);
  const std::vector<double> sizes(5, 60);
  const Interval found = pooled_wilson_interval(shares, sizes, 0.95);
  const double mean = rubin_pool(shares, std::vector<double>(5, 0.01)).estimate;
  const Interval apart = pooled_wilson_interval(std::vector<double>{mean}, std::vector<double>{60}, 0.95);
  RC_ASSERT(found.low <= apart.low + 1e-9 && found.high >= apart.high - 1e-9);
  RC_ASSERT(0 <= found.low && found.low <= mean && mean <= found.high && found.high <= 1);
}

}  // namespace
}  // namespace smm::stats
