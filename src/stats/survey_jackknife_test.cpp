// SPDX-License-Identifier: Apache-2.0
#include "stats/survey_jackknife.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "api_samples.hpp"
#include "stats/survey_estimates.hpp"

namespace smm::stats {
namespace {

double dot(std::span<const double> weights, const std::vector<double>& values) {
  return std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0);
}

WeightedStatistic ratio_of(std::vector<double> above, std::vector<double> below) {
  return
      [above, below](std::span<const double> weights) { return dot(weights, above) / dot(weights, below); };
}

WeightedStatistic mean_of(const std::vector<double>& values) {
  return ratio_of(values, std::vector<double>(values.size(), 1.0));
}

// The worked example of docs/methods/survey-jackknife.md: replicates 8/3, 7/3 and 3/2, mean 13/6.
TEST(SurveyJackknife, WorkedExampleOfARatio) {
  const SurveyDesign design{{1, 1, 1}, {}, {}, {}};
  const Estimate found = jackknife(design, ratio_of({1, 2, 6}, {1, 1, 2}));
  EXPECT_NEAR(found.value, 2.25, 1e-14);
  EXPECT_NEAR(found.error, std::sqrt(13.0 / 27), 1e-14);
}

TEST(SurveyJackknife, AgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const Estimate found =
      jackknife(test::api_stratified(), mean_of(test::reference_numbers("apistrat", "api00")));
  EXPECT_NEAR(found.value, test::reference_figure("survey.jkn.strat", {"mean", "api00"}), 1e-10);
  EXPECT_NEAR(found.error, test::reference_figure("survey.jkn.strat", {"se"}), 1e-10);
}

TEST(SurveyJackknife, AWhollyTakenStratumOfOneAddsNothing) {
  const SurveyDesign design{{1, 4, 4}, {0, 1, 1}, {}, {1, 8}};
  const std::vector<double> values = {50, 1, 3};
  const auto total = [&](std::span<const double> weights) { return dot(weights, values); };
  EXPECT_NEAR(jackknife(design, total).error, std::sqrt(0.75 * 2 * 32), 1e-12);
}

// For a total there is nothing to linearise: both ways must give the same.
RC_GTEST_PROP(SurveyJackknife, IsTheLinearisedErrorForATotal, ()) {
  const auto weights = *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(1, 50));
  const auto drawn = *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(-100, 100));
  const std::vector<double> values(drawn.begin(), drawn.end());
  const SurveyDesign design{
      {weights.begin(), weights.end()}, {0, 0, 0, 0, 1, 1, 1, 1}, {0, 0, 1, 2, 3, 4, 4, 5}, {5, 90}};
  const Estimate found = jackknife(design, [&](std::span<const double> w) { return dot(w, values); });
  const Estimate linearised = weighted_total(design, values);
  RC_ASSERT(std::abs(found.value - linearised.value) < 1e-9);
  RC_ASSERT(std::abs(found.error - linearised.error) < 1e-8);
}

}  // namespace
}  // namespace smm::stats
