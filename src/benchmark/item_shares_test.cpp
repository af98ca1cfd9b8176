// SPDX-License-Identifier: Apache-2.0
#include "benchmark/item_shares.hpp"

#include <gtest/gtest.h>

namespace smm::benchmark {
namespace {

using Shares = std::vector<std::optional<int>>;

// The worked example of docs/methods/item-results.md: 40 answered.
TEST(ItemShares, SuppressSmallOptionsAndTheNextInSize) {
  EXPECT_EQ(stepped_share(17, 40), 45);  // 42.5
  const auto shares = item_shares({17, 14, 7, 2}, 40);
  EXPECT_EQ(shares, (Shares{45, 35, std::nullopt, std::nullopt}));
}

TEST(ItemShares, SuppressWhatNearlyEverybodyChose) {
  EXPECT_EQ(item_shares({38, 2}, 40), (Shares{std::nullopt, std::nullopt}));
  EXPECT_EQ(item_shares({37, 3}, 40), (Shares{95, 10}));
}

}  // namespace
}  // namespace smm::benchmark
