// SPDX-License-Identifier: Apache-2.0
#include "stats/post_stratification.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "api_samples.hpp"
#include "stats/calibrated_estimates.hpp"

namespace smm::stats {
namespace {

// The worked example of docs/methods/post-stratification.md: weights 2 become 3 and 4.
const Margin two_cells{{0, 0, 1, 1, 1}, {6, 12}};

TEST(PostStratification, WorkedExampleOfTwoCells) {
  const auto weights = post_stratified(std::vector<double>(5, 2.0), two_cells);
  ASSERT_TRUE(weights.ok());
  EXPECT_EQ(*weights, (std::vector<double>{3, 3, 4, 4, 4}));
}

TEST(PostStratification, WorkedExampleOfTheError) {
  const SurveyDesign design{{2, 2, 2, 2, 2}, {}, {}, {}};
  const std::vector<double> weights = {3, 3, 4, 4, 4};
  const std::vector<double> values = {1, 3, 2, 4, 9};
  // residuals -1, 1 and -3, -1, 4; times the weights -3, 3, -12, -4, 16
  const Estimate total = calibrated_total(design, weights, std::span(&two_cells, 1), values);
  EXPECT_NEAR(total.value, 72, 1e-12);
  EXPECT_NEAR(total.error, std::sqrt(1.25 * 434), 1e-12);
  const Estimate mean = calibrated_mean(design, weights, std::span(&two_cells, 1), values);
  EXPECT_NEAR(mean.value, 4, 1e-13);
  EXPECT_NEAR(mean.error, std::sqrt(1.25 * 434) / 18, 1e-13);
}

TEST(PostStratification, ACategoryWithoutSampleIsAProblem) {
  const auto weights = post_stratified(std::vector<double>{1, 1}, Margin{{0, 2}, {5, 4, 5, 1}});
  ASSERT_FALSE(weights.ok());
  ASSERT_EQ(weights.problems().size(), 2u);
  EXPECT_EQ(weights.problems()[0].code, "margin_without_sample");
  EXPECT_TRUE(post_stratified(std::vector<double>{1, 1}, Margin{{0, 2}, {5, 0, 5}}).ok());
}

TEST(PostStratification, AgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const std::string id = "survey.poststratify";
  const SurveyDesign design = test::api_clusters();
  const Margin types{test::reference_groups("apiclus1", "stype"), {4421, 755, 1018}};
  const auto weights = post_stratified(design.weights, types);
  ASSERT_TRUE(weights.ok());
  const auto printed = test::reference_list(id, "w");  // to ten decimals
  for (const double weight : *weights)
    EXPECT_TRUE(std::any_of(printed.begin(), printed.end(), [&](double p) {
      return std::abs(p - weight) < 1e-10;
    })) << weight;
  const Estimate total =
      calibrated_total(design, *weights, std::span(&types, 1), test::reference_numbers("apiclus1", "enroll"));
  const double value = test::reference_figure(id, {"total", "enroll"});
  const double error = test::reference_figure(id, {"se"});
  EXPECT_NEAR(total.value, value, 1e-10 * value);
  EXPECT_NEAR(total.error, error, 1e-10 * error);
}

RC_GTEST_PROP(PostStratification, MeetsTheTotalsWhateverTheScale, ()) {
  const auto drawn = *rc::gen::container<std::vector<int>>(9, rc::gen::inRange(1, 100));
  const std::vector<double> weights(drawn.begin(), drawn.end());
  const Margin margin{{0, 1, 2, 0, 1, 2, 0, 1, 2}, {3, 0, 90}};
  std::vector<double> scaled = weights;
  for (double& weight : scaled) weight *= 7;
  const auto found = post_stratified(weights, margin);
  const auto again = post_stratified(scaled, margin);
  const auto sums = weight_by_category(*found, margin);
  for (std::size_t c = 0; c < 3; ++c) RC_ASSERT(std::abs(sums[c] - margin.totals[c]) < 1e-11);
  for (std::size_t i = 0; i < 9; ++i) RC_ASSERT(std::abs((*found)[i] - (*again)[i]) < 1e-11);
}

}  // namespace
}  // namespace smm::stats
