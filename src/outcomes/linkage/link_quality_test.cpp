// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/link_quality.hpp"

#include <gtest/gtest.h>

namespace smm::outcomes::linkage {
namespace {

TEST(LinkQuality, PrecisionRecallAndReviews) {
  std::vector<QualityRow> rows;
  for (int i = 0; i < 80; ++i)
    rows.push_back({"all", "", true, 0.95, 0.99, i < 10 ? std::optional(i > 0) : std::nullopt});
  for (int i = 0; i < 20; ++i) rows.push_back({"all", "", false, 0.3, 0.4, std::nullopt});
  const auto quality = link_quality(rows, 0.95);
  ASSERT_EQ(quality.size(), 1u);
  const GroupQuality& all = quality.front();
  EXPECT_EQ(all.graduates, 100u);
  EXPECT_EQ(all.linked, 80u);
  EXPECT_NEAR(all.precision->estimate, 0.95, 1e-12);
  // sqrt(80 * 0.95 * 0.05) / 80 = 0.024367, times 1.959964
  EXPECT_NEAR(all.precision->interval.low, 0.95 - 0.047758, 1e-5);
  EXPECT_NEAR(all.recall->estimate, 76 / (79.2 + 8), 1e-12);
  EXPECT_EQ(all.reviewed, 10u);
  EXPECT_EQ(all.reviewed_the_same, 9u);
  EXPECT_NEAR(all.reviewed_precision->interval.low, 0.59585, 1e-5);
}

TEST(LinkQuality, GroupsStandApartAndMayBeEmptyOfLinks) {
  const auto quality = link_quality({{"sex", "F", true, 1, 1, {}}, {"sex", "M", false, 0, 0, {}}}, 0.9);
  ASSERT_EQ(quality.size(), 2u);
  EXPECT_EQ(quality[1].value, "M");
  EXPECT_FALSE(quality[1].precision.has_value());
  EXPECT_FALSE(quality[1].recall.has_value());
}

}  // namespace
}  // namespace smm::outcomes::linkage
