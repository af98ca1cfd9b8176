// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/composite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace smm::outcomes::measure {
namespace {

TEST(BinomialCounts, FollowTheirDistribution) {
  base::Random random(5);
  for (const auto& [n, p] : {std::pair<std::size_t, double>{10, 0.3}, {400, 0.02}, {5000, 0.7}}) {
    const BinomialCounts counts(n, p);
    constexpr int draws = 40000;
    double sum = 0, squares = 0;
    for (int i = 0; i < draws; ++i) {
      const auto count = static_cast<double>(counts.draw(random));
      sum += count;
      squares += count * count;
    }
    const double mean = sum / draws, variance = squares / draws - mean * mean;
    const double wanted = static_cast<double>(n) * p, spread = wanted * (1 - p);
    EXPECT_NEAR(mean, wanted, 4 * std::sqrt(spread / draws));
    EXPECT_NEAR(variance / spread, 1, 0.05);
  }
}

// Of three chances of a half: 1, 3, 3 and 1 of eight.
TEST(BinomialCounts, ExactForASmallCase) {
  base::Random random(6);
  const BinomialCounts counts(3, 0.5);
  std::array<double, 4> seen{};
  for (int i = 0; i < 80000; ++i) ++seen[counts.draw(random)];
  for (std::size_t k = 0; k < 4; ++k) EXPECT_NEAR(seen[k] / 10000, k % 3 == 0 ? 1 : 3, 0.08);
}

TEST(BinomialCounts, NothingAndEverything) {
  base::Random random(7);
  EXPECT_EQ(BinomialCounts(50, 0).draw(random), 0u);
  EXPECT_EQ(BinomialCounts(50, 1).draw(random), 50u);
  EXPECT_EQ(BinomialCounts(0, 0.4).draw(random), 0u);
}

// The percentile interval of 999 replicates is the 25th and the 975th of them: here the replicates are known.
TEST(Composite, BandIsThe25thAnd975thReplicate) {
  const SchoolParts parts = {{1}, {2}, {3}};
  auto scores = *composite_scores(parts, stats::SpreadDivisor::n);
  int replicate = 0;
  std::vector<double> drawn;
  add_bands(scores, stats::SpreadDivisor::n, 1, [&](base::Random&) {
    const SchoolParts again = {{1.0 + ++replicate / 1000.0}, {2}, {3}};
    drawn.push_back((*composite_scores(again, stats::SpreadDivisor::n))[0].composite);
    return again;
  });
  std::sort(drawn.begin(), drawn.end());
  ASSERT_EQ(drawn.size(), 999u);
  EXPECT_NEAR(scores[0].band->low, drawn[24], 1e-12);
  EXPECT_NEAR(scores[0].band->high, drawn[974], 1e-12);
}

}  // namespace
}  // namespace smm::outcomes::measure
