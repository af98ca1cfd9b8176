// SPDX-License-Identifier: Apache-2.0
#include "stats/difference_interval.hpp"

#include <gtest/gtest.h>

#include "stats/wilson_interval.hpp"

namespace smm::stats {
namespace {

Estimated share_with_wilson(std::size_t successes, std::size_t out_of) {
  return {static_cast<double>(successes) / static_cast<double>(out_of),
          wilson_interval(successes, out_of, 0.95)};
}

// Newcombe (1998), table II: 56/70 against 48/80 gives 0.0524 to 0.3339 by method 10; 10/10 against 0/10
// gives 0.6075 to 1. The first is the worked example of docs/methods/equity-gap.md.
TEST(DifferenceInterval, NewcombesExamples) {
  const Interval found = difference_interval(share_with_wilson(56, 70), share_with_wilson(48, 80));
  EXPECT_NEAR(found.low, 0.0524, 5e-5);
  EXPECT_NEAR(found.high, 0.3339, 5e-5);
  const Interval extreme = difference_interval(share_with_wilson(10, 10), share_with_wilson(0, 10));
  EXPECT_NEAR(extreme.low, 0.6075, 5e-5);
  EXPECT_NEAR(extreme.high, 1.0, 1e-12);
}

TEST(DifferenceInterval, TurnsWithItsSides) {
  const Interval one = difference_interval(share_with_wilson(9, 10), share_with_wilson(3, 10));
  const Interval other = difference_interval(share_with_wilson(3, 10), share_with_wilson(9, 10));
  EXPECT_DOUBLE_EQ(one.low, -other.high);
  EXPECT_DOUBLE_EQ(one.high, -other.low);
}

}  // namespace
}  // namespace smm::stats
