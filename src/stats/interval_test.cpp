// SPDX-License-Identifier: Apache-2.0
#include "stats/interval.hpp"

#include <gtest/gtest.h>

namespace smm::stats {
namespace {

TEST(Interval, QuantilesAreThoseOfTheTables) {
  EXPECT_NEAR(normal_quantile(0.95), 1.959963984540054, 1e-14);
  EXPECT_NEAR(student_quantile(0.95, 1), 12.706204736174707, 1e-11);
  EXPECT_NEAR(student_quantile(0.9, 10), 1.8124611228107335, 1e-12);
}

TEST(Interval, LiesEvenlyAboutTheEstimate) {
  const Interval found = normal_interval(50, 2, 0.95);
  EXPECT_NEAR(found.low, 50 - 3.919927969080108, 1e-12);
  EXPECT_NEAR(found.high, 50 + 3.919927969080108, 1e-12);
}

}  // namespace
}  // namespace smm::stats
