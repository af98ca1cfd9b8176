// SPDX-License-Identifier: Apache-2.0
#include "stats/survey_estimates.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "api_samples.hpp"
#include "stats/interval.hpp"

namespace smm::stats {
namespace {

void expect_estimate(const Estimate& found, double value, double error) {
  EXPECT_NEAR(found.value, value, 1e-10 * std::abs(value));
  EXPECT_NEAR(found.error, error, 1e-10 * std::abs(error));
}

// The worked example of docs/methods/survey-errors.md: 2 schools of 10, and 4 of 20.
const SurveyDesign two_strata{{5, 5, 5, 5, 5, 5}, {0, 0, 1, 1, 1, 1}, {}, {10, 20}};
const std::vector<double> two_strata_values = {4, 8, 1, 3, 5, 7};

TEST(SurveyEstimates, WorkedExampleOfTwoStrata) {
  const double variance = 0.8 * 2 * 200 + 0.8 * 4 / 3 * 500;
  expect_estimate(weighted_total(two_strata, two_strata_values), 140, std::sqrt(variance));
  expect_estimate(weighted_mean(two_strata, two_strata_values), 14.0 / 3, std::sqrt(variance) / 30);
}

// Three districts of two schools, out of twelve districts: cluster sums 6, 14 and 28.
TEST(SurveyEstimates, WorkedExampleOfClusters) {
  const SurveyDesign design{{2, 2, 2, 2, 2, 2}, {}, {0, 0, 1, 1, 2, 2}, {12}};
  const std::vector<double> values = {1, 2, 3, 4, 8, 6};
  expect_estimate(weighted_total(design, values), 48, std::sqrt(279.0));
  expect_estimate(weighted_mean(design, values), 4, std::sqrt(279.0) / 12);
}

TEST(SurveyEstimates, RatioWorkedByHand) {
  // r = 9/4; influences (1 - 9/4) / 4, (2 - 9/4) / 4, (6 - 9/2) / 4 = -5/16, -1/16, 6/16
  const SurveyDesign design{{1, 1, 1}, {}, {}, {}};
  expect_estimate(weighted_ratio(design, std::vector<double>{1, 2, 6}, std::vector<double>{1, 1, 2}), 2.25,
                  std::sqrt(1.5 * 62) / 16);
}

// The first stratum by itself: mean 6, variance 0.8 * 8 / 2.
TEST(SurveyEstimates, MeanOfAPartDoesNotLookAtTheRest) {
  std::vector<double> values = two_strata_values;
  values[4] = std::nan("");
  expect_estimate(weighted_mean_among(two_strata, values, {true, true, false, false, false, false}), 6,
                  std::sqrt(0.8 * 8 / 2));
}

// A simple draw without replacement is its own yardstick.
TEST(SurveyEstimates, DesignEffectOfASimpleDrawIsOne) {
  const SurveyDesign design{{4, 4, 4, 4, 4}, {}, {}, {20}};
  EXPECT_NEAR(design_effect(design, std::vector<double>{3, 1, 4, 1, 5}), 1, 1e-13);
}

TEST(SurveyEstimates, StratifiedAgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const SurveyDesign design = test::api_stratified();
  const std::string id = "survey.strat.mean_total";
  for (const char* name : {"api00", "api99"})
    expect_estimate(weighted_mean(design, test::reference_numbers("apistrat", name)),
                    test::reference_figure(id, {"mean", name}),
                    test::reference_figure(id, {"mean_se", name}));
  expect_estimate(weighted_total(design, test::reference_numbers("apistrat", "enroll")),
                  test::reference_figure(id, {"total", "enroll"}), test::reference_figure(id, {"total_se"}));
  const std::vector<double> scores = test::reference_numbers("apistrat", "api00");
  const Estimate mean = weighted_mean(design, scores);
  const Interval interval = normal_interval(mean.value, mean.error, 0.95);
  EXPECT_NEAR(interval.low, test::reference_figure(id, {"ci", "api00 | 2.5 %"}), 1e-10);
  EXPECT_NEAR(interval.high, test::reference_figure(id, {"ci", "api00 | 97.5 %"}), 1e-10);
  EXPECT_NEAR(design_effect(design, scores), test::reference_figure(id, {"deff"}), 1e-10);
}

TEST(SurveyEstimates, PartsAndRatioAgreeWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const SurveyDesign design = test::api_stratified();
  const std::string id = "survey.strat.by_ratio_quantile";
  const std::vector<double> scores = test::reference_numbers("apistrat", "api00");
  const std::string types[] = {"E", "H", "M"};
  for (std::size_t type = 0; type < 3; ++type) {
    std::vector<bool> is_member;
    for (const std::size_t stratum : design.strata) is_member.push_back(stratum == type);
    expect_estimate(weighted_mean_among(design, scores, is_member),
                    test::reference_figure(id, {"by_mean", types[type]}),
                    test::reference_figure(id, {"by_se", types[type]}));
  }
  expect_estimate(weighted_ratio(design, test::reference_numbers("apistrat", "api.stu"),
                                 test::reference_numbers("apistrat", "enroll")),
                  test::reference_figure(id, {"ratio"}), test::reference_figure(id, {"ratio_se"}));
}

TEST(SurveyEstimates, SimpleDrawAgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  expect_estimate(weighted_mean(test::api_simple(), test::reference_numbers("apisrs", "api00")),
                  test::reference_figure("survey.srs.fpc", {"mean", "api00"}),
                  test::reference_figure("survey.srs.fpc", {"se"}));
}

// Six units in two strata of three, of any weights and values.
struct DrawnSample {
  SurveyDesign design;
  std::vector<double> values;
};

DrawnSample drawn_sample() {
  const auto weights = *rc::gen::container<std::vector<int>>(6, rc::gen::inRange(1, 50));
  const auto values = *rc::gen::container<std::vector<int>>(6, rc::gen::inRange(-100, 100));
  return {{{weights.begin(), weights.end()}, {0, 1, 0, 1, 0, 1}, {}, {7, 30}},
          {values.begin(), values.end()}};
}

RC_GTEST_PROP(SurveyEstimates, ScalingWeightsChangesNoMean, ()) {
  const DrawnSample sample = drawn_sample();
  SurveyDesign scaled = sample.design;
  for (double& weight : scaled.weights) weight *= 3;
  const Estimate before = weighted_mean(sample.design, sample.values);
  const Estimate after = weighted_mean(scaled, sample.values);
  RC_ASSERT(std::abs(before.value - after.value) < 1e-11);
  RC_ASSERT(std::abs(before.error - after.error) < 1e-11);
  const Estimate total = weighted_total(scaled, sample.values);
  RC_ASSERT(std::abs(total.error - 3 * weighted_total(sample.design, sample.values).error) < 1e-9);
}

RC_GTEST_PROP(SurveyEstimates, TheOrderOfUnitsDoesNotCount, ()) {
  const DrawnSample sample = drawn_sample();
  DrawnSample turned = sample;
  std::reverse(turned.design.weights.begin(), turned.design.weights.end());
  std::reverse(turned.design.strata.begin(), turned.design.strata.end());
  std::reverse(turned.values.begin(), turned.values.end());
  const Estimate before = weighted_mean(sample.design, sample.values);
  const Estimate after = weighted_mean(turned.design, turned.values);
  RC_ASSERT(std::abs(before.value - after.value) < 1e-11);
  RC_ASSERT(std::abs(before.error - after.error) < 1e-11);
}

RC_GTEST_PROP(SurveyEstimates, TheCorrectionOnlyLowersTheError, ()) {
  const DrawnSample sample = drawn_sample();
  SurveyDesign uncorrected = sample.design;
  uncorrected.frame.clear();
  RC_ASSERT(weighted_mean(sample.design, sample.values).error <=
            weighted_mean(uncorrected, sample.values).error + 1e-12);
}

}  // namespace
}  // namespace smm::stats
