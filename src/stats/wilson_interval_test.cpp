// SPDX-License-Identifier: Apache-2.0
#include "stats/wilson_interval.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace smm::stats {
namespace {

// The worked example of docs/methods/wilson-interval.md: 81 of 263 (Newcombe 1998, Statistics in Medicine
// 17:857-872, prints 0.2553 to 0.3662).
TEST(WilsonInterval, NewcombesExample) {
  const Interval found = wilson_interval(81, 263, 0.95);
  EXPECT_NEAR(found.low, 0.2553, 5e-5);
  EXPECT_NEAR(found.high, 0.3662, 5e-5);
}

TEST(WilsonInterval, NewcombesSmallExample) {
  const Interval found = wilson_interval(1, 29, 0.95);
  EXPECT_NEAR(found.low, 0.0061, 5e-5);
  EXPECT_NEAR(found.high, 0.1718, 5e-5);
}

TEST(WilsonInterval, NoSuccessAndNoFailure) {
  const double z_squared = 1.959963984540054 * 1.959963984540054;
  const Interval none = wilson_interval(0, 20, 0.95);
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(none.high, z_squared / (20 + z_squared), 1e-14);
  const Interval all = wilson_interval(20, 20, 0.95);
  EXPECT_NEAR(all.low, 20 / (20 + z_squared), 1e-14);
  EXPECT_EQ(all.high, 1);
}

// The ends are the shares at which a score test just does not reject: an independent way to the same.
RC_GTEST_PROP(WilsonInterval, EndsSolveTheScoreEquation, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 500);
  const auto successes = *rc::gen::inRange<std::size_t>(0, n + 1);
  const double confidence = *rc::gen::inRange(50, 100) / 100.0;
  const Interval found = wilson_interval(successes, n, confidence);
  const double share = static_cast<double>(successes) / static_cast<double>(n);
  const double z = normal_quantile(confidence);
  RC_ASSERT(0 <= found.low && found.low <= share && share <= found.high && found.high <= 1);
  for (const double end : {found.low, found.high})
    RC_ASSERT(std::abs(std::abs(share - end) * std::sqrt(static_cast<double>(n)) -
                       z * std::sqrt(end * (1 - end))) < 1e-6);
}

RC_GTEST_PROP(WilsonInterval, FailuresMirrorSuccesses, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 500);
  const auto successes = *rc::gen::inRange<std::size_t>(0, n + 1);
  const Interval found = wilson_interval(successes, n, 0.95);
  const Interval mirrored = wilson_interval(n - successes, n, 0.95);
  RC_ASSERT(std::abs(found.low - (1 - mirrored.high)) < 1e-14);
  RC_ASSERT(std::abs(found.high - (1 - mirrored.low)) < 1e-14);
}

}  // namespace
}  // namespace smm::stats
