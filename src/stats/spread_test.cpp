// SPDX-License-Identifier: Apache-2.0
#include "stats/spread.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace smm::stats {
namespace {

using Rows = std::vector<std::vector<double>>;

// The worked example of docs/methods/weight-spread.md.
TEST(Spread, WorkedExample) {
  const auto found = spread(Rows{{0.5, 0.3, 0.2}, {0.1, 0.3, 0.6}, {0.3, 0.3, 0.4}});
  ASSERT_TRUE(found.has_value());
  EXPECT_NEAR(found->sd[0], 0.2, 1e-15);
  EXPECT_NEAR(found->sd[1], 0.0, 1e-15);
  EXPECT_NEAR(found->sd[2], 0.2, 1e-15);
  EXPECT_NEAR(found->range[0], 0.4, 1e-15);
  EXPECT_NEAR(found->range[1], 0.0, 1e-15);
  EXPECT_NEAR(found->range[2], 0.4, 1e-15);
}

TEST(Spread, DividesByRowsLessOne) {
  const auto found = spread(Rows{{0.25, 0.75}, {0.75, 0.25}});
  EXPECT_NEAR(found->sd[0], std::sqrt(0.125), 1e-15);
}

TEST(Spread, OneRowHasNone) {
  EXPECT_FALSE(spread(Rows{{0.5, 0.5}}).has_value());
  EXPECT_FALSE(spread(Rows{}).has_value());
}

}  // namespace
}  // namespace smm::stats
