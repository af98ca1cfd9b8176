// SPDX-License-Identifier: Apache-2.0
#include "stats/rank_order_centroid.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

namespace smm::stats {
namespace {

// The worked example of docs/methods/rank-order-centroid.md: 25/48, 13/48, 7/48, 3/48.
TEST(RankOrderCentroid, WorkedExampleOfFour) {
  const auto weights = rank_order_centroid(4);
  ASSERT_EQ(weights.size(), 4u);
  EXPECT_NEAR(weights[0], 25.0 / 48, 1e-15);
  EXPECT_NEAR(weights[1], 13.0 / 48, 1e-15);
  EXPECT_NEAR(weights[2], 7.0 / 48, 1e-15);
  EXPECT_NEAR(weights[3], 3.0 / 48, 1e-15);
}

TEST(RankOrderCentroid, OneThingHasAllTheWeight) {
  EXPECT_EQ(rank_order_centroid(1), std::vector<double>{1.0});
}

// Second part of the worked example: ranks 2, 1, 2, 4 share positions 2 and 3.
TEST(RankOrderCentroid, TiesShareTheMeanOfTheirPositions) {
  const auto weights = rank_order_centroid_of(std::vector<double>{2, 1, 2, 4});
  EXPECT_NEAR(weights[0], 10.0 / 48, 1e-15);
  EXPECT_NEAR(weights[1], 25.0 / 48, 1e-15);
  EXPECT_EQ(weights[2], weights[0]);
  EXPECT_NEAR(weights[3], 3.0 / 48, 1e-15);
}

TEST(RankOrderCentroid, AllTiedIsEqual) {
  for (const double weight : rank_order_centroid_of(std::vector<double>{3, 3, 3}))
    EXPECT_NEAR(weight, 1.0 / 3, 1e-15);
}

TEST(RankOrderCentroid, OnlyTheOrderCounts) {
  EXPECT_EQ(rank_order_centroid_of(std::vector<double>{1, 2, 3}),
            rank_order_centroid_of(std::vector<double>{2, 5, 90}));
}

RC_GTEST_PROP(RankOrderCentroid, SumsToOneAndFollowsTheRanks, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 40);
  const auto drawn = *rc::gen::container<std::vector<int>>(n, rc::gen::inRange(1, 40));
  const std::vector<double> ranks(drawn.begin(), drawn.end());
  const auto weights = rank_order_centroid_of(ranks);
  RC_ASSERT(std::abs(std::accumulate(weights.begin(), weights.end(), 0.0) - 1) < 1e-13);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      RC_ASSERT((ranks[i] < ranks[j]) == (weights[i] > weights[j]));
    }
  }
}

}  // namespace
}  // namespace smm::stats
