// SPDX-License-Identifier: Apache-2.0
#include "stats/survey_quantile.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "api_samples.hpp"
#include "stats/interval.hpp"
#include "stats/quantile.hpp"

namespace smm::stats {
namespace {

// The worked example of docs/methods/survey-quantile.md: weights 1, 2, 3, 4 of the values 10, 20, 30, 40.
TEST(SurveyQuantile, WorkedExampleOfWeights) {
  const std::vector<double> values = {30, 10, 40, 20};
  const std::vector<double> weights = {3, 1, 4, 2};
  const std::pair<double, double> expected[] = {{0, 10},   {0.1, 10}, {0.11, 20}, {0.3, 20},
                                                {0.5, 30}, {0.6, 30}, {0.61, 40}, {1, 40}};
  for (const auto& [p, value] : expected) EXPECT_EQ(weighted_quantile(values, weights, p), value) << p;
}

// 1 to 25, drawn simply: at or below the median 13 stand 13/25, SE = square root of (.52 * .48 / 24), and
// t = 2.0639 on 24 degrees of freedom, so the ends are the quantiles of .3095 and .7305: 8 and 19.
TEST(SurveyQuantile, WorkedExampleOfAnInterval) {
  const SurveyDesign design{std::vector<double>(25, 1.0), {}, {}, {}};
  std::vector<double> values;
  for (int i = 25; i >= 1; --i) values.push_back(i);
  const QuantileEstimate found = survey_quantile(design, values, 0.5, 0.95);
  EXPECT_EQ(found.value, 13);
  EXPECT_EQ(found.low, 8);
  EXPECT_EQ(found.high, 19);
  EXPECT_NEAR(*found.error, 11 / (2 * 2.0638985616280205), 1e-12);
}

TEST(SurveyQuantile, AnEndBeyondTheSampleDoesNotExist) {
  const SurveyDesign design{{1, 1, 1, 1}, {}, {}, {}};
  const QuantileEstimate found = survey_quantile(design, std::vector<double>{1, 2, 3, 4}, 0.25, 0.95);
  EXPECT_EQ(found.value, 1);
  EXPECT_FALSE(found.low.has_value());
  EXPECT_FALSE(found.error.has_value());
}

TEST(SurveyQuantile, AgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const std::string id = "survey.strat.by_ratio_quantile";
  const std::vector<double> scores = test::reference_numbers("apistrat", "api00");
  for (const auto& [text, p] :
       {std::pair{"0.1", 0.1}, {"0.25", 0.25}, {"0.5", 0.5}, {"0.75", 0.75}, {"0.9", 0.9}}) {
    const std::string key(text);
    const QuantileEstimate found = survey_quantile(test::api_stratified(), scores, p, 0.95);
    EXPECT_EQ(found.value, test::reference_figure(id, {key + " | quantile"})) << key;
    ASSERT_TRUE(found.low && found.high && found.error);
    EXPECT_EQ(*found.low, test::reference_figure(id, {key + " | ci.2.5"})) << key;
    EXPECT_EQ(*found.high, test::reference_figure(id, {key + " | ci.97.5"})) << key;
    EXPECT_NEAR(*found.error, test::reference_figure(id, {key + " | se"}), 1e-10) << key;
  }
}

RC_GTEST_PROP(SurveyQuantile, EqualWeightsGiveTypeOne, ()) {
  const auto drawn = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-50, 50)));
  const std::vector<double> values(drawn.begin(), drawn.end());
  const double p = *rc::gen::inRange(1, 101) / 100.0;
  RC_ASSERT(weighted_quantile(values, std::vector<double>(values.size(), 0.3), p) ==
            quantile(values, p, QuantileType::type1));
}

RC_GTEST_PROP(SurveyQuantile, RisesWithPAndIgnoresScaleAndOrder, ()) {
  const auto drawn = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(
      rc::gen::pair(rc::gen::inRange(-50, 50), rc::gen::inRange(1, 20))));
  std::vector<double> values, weights;
  for (const auto& [value, weight] : drawn) {
    values.push_back(value);
    weights.push_back(weight);
  }
  std::vector<double> turned(values.rbegin(), values.rend());
  std::vector<double> scaled(weights.rbegin(), weights.rend());
  for (double& weight : scaled) weight *= 4;
  double before = *std::min_element(values.begin(), values.end());
  for (int i = 0; i <= 20; ++i) {
    const double found = weighted_quantile(values, weights, i / 20.0);
    RC_ASSERT(found >= before && found == weighted_quantile(turned, scaled, i / 20.0));
    before = found;
  }
}

}  // namespace
}  // namespace smm::stats
