// SPDX-License-Identifier: Apache-2.0
#include "stats/trimmed_weights.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace smm::stats {
namespace {

void expect_weights(const std::vector<double>& found, const std::vector<double>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-12) << "at " << i;
}

// The worked example of docs/methods/trimmed-weights.md: mean 4, limit 8; the 4 cut off go to the others,
// which held 4 before and so double.
TEST(TrimmedWeights, WorkedExampleOfFour) {
  expect_weights(trimmed_weights(std::vector<double>{1, 1, 2, 12}, 2), {2, 2, 4, 8});
}

TEST(TrimmedWeights, WhatIsGivenMayComeUpToTheLimit) {
  // mean 4, limit 6: cutting 10 makes the others grow by 1.4, so that 5 becomes 7 and is cut as well.
  expect_weights(trimmed_weights(std::vector<double>{10, 5, 1, 1, 3}, 1.5), {6, 6, 1.6, 1.6, 4.8});
}

TEST(TrimmedWeights, NothingToCutChangesNothing) {
  EXPECT_EQ(trimmed_weights(std::vector<double>{1, 2, 3, 0}, 3), (std::vector<double>{1, 2, 3, 0}));
}

RC_GTEST_PROP(TrimmedWeights, KeepTotalOrderAndLimit, ()) {
  auto drawn = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000)));
  drawn.front() += 1;
  const std::vector<double> weights(drawn.begin(), drawn.end());
  const double times = 1 + *rc::gen::inRange(1, 50) / 10.0;
  const auto found = trimmed_weights(weights, times);
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  const double counted = static_cast<double>(weights.size()) -
                         static_cast<double>(std::count(weights.begin(), weights.end(), 0.0));
  RC_ASSERT(std::abs(std::accumulate(found.begin(), found.end(), 0.0) - total) < 1e-9 * total);
  for (std::size_t i = 0; i < found.size(); ++i) {
    RC_ASSERT(found[i] <= times * total / counted * (1 + 1e-12));
    RC_ASSERT((weights[i] == 0) == (found[i] == 0));
    for (std::size_t j = 0; j < found.size(); ++j) RC_ASSERT(weights[i] > weights[j] || found[i] <= found[j]);
  }
}

}  // namespace
}  // namespace smm::stats
