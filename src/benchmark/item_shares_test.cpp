// SPDX-License-Identifier: Apache-2.0
#include "benchmark/item_shares.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>
#include <algorithm>

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

// 38 answered. With c alone beside e, the shares shown leave six to eight for both; an e of three or more
// would have gone after d. So e would be known to be under three.
TEST(ItemShares, SuppressAllThatTieWithTheNext) {
  EXPECT_EQ(item_shares({18, 10, 4, 4, 2}, 38), (Shares{45, 25, std::nullopt, std::nullopt, std::nullopt}));
}

RC_GTEST_PROP(ItemSharesProperty, SuppressedCountsCanChangePlaces, ()) {
  auto counts = *rc::gen::container<std::vector<int>>(5, rc::gen::inRange(0, 16));
  int answered = 0;
  for (const int count : counts) answered += count;
  RC_PRE(answered > 0);
  const Shares shares = item_shares(counts, answered);
  std::vector<std::size_t> hidden;
  for (std::size_t i = 0; i < shares.size(); ++i)
    if (!shares[i]) hidden.push_back(i);
  for (const std::size_t one : hidden)
    for (const std::size_t other : hidden) {
      std::swap(counts[one], counts[other]);
      RC_ASSERT(item_shares(counts, answered) == shares);
      std::swap(counts[one], counts[other]);
    }
  // Beside a small option stands one that is not, or nothing is shown.
  const auto is_small = [&](std::size_t i) { return counts[i] < 3 || counts[i] > answered - 3; };
  RC_ASSERT(hidden.empty() || hidden.size() == counts.size() || !std::ranges::all_of(hidden, is_small));
}

}  // namespace
}  // namespace smm::benchmark
