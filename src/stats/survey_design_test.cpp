// SPDX-License-Identifier: Apache-2.0
#include "stats/survey_design.hpp"

#include <gtest/gtest.h>

namespace smm::stats {
namespace {

TEST(SurveyDesign, OneStratumOfSingleUnitsUnlessTold) {
  const SurveyDesign design{{2, 2, 2}, {}, {}, {}};
  EXPECT_EQ(degrees_of_freedom(design), 2u);
  EXPECT_FALSE(lonely_stratum(design).has_value());
  // n / (n-1) * sum of squares about the mean = 3/2 * 4 * (1 + 0 + 1)
  EXPECT_NEAR(linearised_variance(design, std::vector<double>{1, 2, 3}), 12, 1e-12);
}

TEST(SurveyDesign, ClustersNeedNotStandTogether) {
  const SurveyDesign design{{1, 1, 1, 1, 1}, {1, 0, 1, 0, 1}, {7, 3, 9, 5, 7}, {4, 2}};
  const auto strata = strata_of(design);
  ASSERT_EQ(strata.size(), 2u);
  EXPECT_EQ(strata[1].clusters, (std::vector<std::vector<std::size_t>>{{0, 4}, {2}}));
  EXPECT_EQ(strata[0].left_out, 0.5);
  EXPECT_EQ(strata[1].left_out, 0);
  EXPECT_EQ(degrees_of_freedom(design), 2u);
}

TEST(SurveyDesign, WhatWasWhollyTakenHasNoVariance) {
  const SurveyDesign design{{1, 1, 1}, {0, 0, 1}, {}, {2, 1}};
  EXPECT_FALSE(lonely_stratum(design).has_value());
  EXPECT_EQ(linearised_variance(design, std::vector<double>{1, 9, 4}), 0);
}

TEST(SurveyDesign, NamesTheStratumOfOneCluster) {
  EXPECT_EQ(lonely_stratum(SurveyDesign{{1, 1, 1}, {0, 0, 1}, {}, {9, 9}}), 1u);
  EXPECT_EQ(lonely_stratum(SurveyDesign{{1, 1}, {}, {4, 4}, {}}), 0u);
}

}  // namespace
}  // namespace smm::stats
