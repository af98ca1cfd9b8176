// SPDX-License-Identifier: Apache-2.0
#include "stats/standard_scores.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace smm::stats {
namespace {

const std::vector<double> seven_scores = {43.7, 39.1, 12, 55, 8, 91, 22.5};

void expect_scores(const std::optional<std::vector<double>>& found, const std::vector<double>& wanted) {
  ASSERT_TRUE(found.has_value());
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_NEAR((*found)[i], wanted[i], 1e-12);
}

// R 4.2.2: (x - mean(x)) / sd(x).
TEST(StandardScores, AsInR) {
  expect_scores(z_scores(seven_scores, SpreadDivisor::n_minus_one),
                {0.1721936824412987, 0.0119440704583559, -0.9321351653541982, 0.5658503379646146,
                 -1.0714826540350180, 1.8199777360919926, -0.5663480075670463});
}

// R 4.2.2: (x - median(x)) / mad(x).
TEST(StandardScores, RobustAsInR) {
  expect_scores(robust_scores(seven_scores),
                {0.186907077927249, 0.000000000000000, -1.101126480832273, 0.646048378052883,
                 -1.263654374682055, 2.108799422700921, -0.674490759476595});
}

TEST(StandardScores, TheDivisorIsN) {
  expect_scores(z_scores(std::vector<double>{1, 3}, SpreadDivisor::n), {-1, 1});
}

TEST(StandardScores, NoneWithoutSpread) {
  EXPECT_FALSE(z_scores(std::vector<double>{0.1, 0.1, 0.1}, SpreadDivisor::n).has_value());
  EXPECT_FALSE(z_scores(std::vector<double>{5}, SpreadDivisor::n).has_value());
  EXPECT_FALSE(robust_scores(std::vector<double>{2, 2, 2, 9}).has_value());
}

}  // namespace
}  // namespace smm::stats
