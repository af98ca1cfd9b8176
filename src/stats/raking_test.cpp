// SPDX-License-Identifier: Apache-2.0
#include "stats/raking.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "api_samples.hpp"
#include "stats/calibrated_estimates.hpp"

namespace smm::stats {
namespace {

// The worked example of docs/methods/raking.md: four units, one in each crossing of two by two.
std::vector<Margin> two_by_two(std::vector<double> rows, std::vector<double> columns) {
  return {{{0, 0, 1, 1}, std::move(rows)}, {{0, 1, 0, 1}, std::move(columns)}};
}

TEST(Raking, WorkedExampleOfTwoByTwo) {
  const auto weights = raked(std::vector<double>(4, 1.0), two_by_two({30, 70}, {40, 60}));
  ASSERT_TRUE(weights.ok());
  const double expected[] = {12, 18, 28, 42};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR((*weights)[i], expected[i], 1e-10);
}

// Crossings keep their odds: 4 * 1 / (1 * 1) here. With all totals 3: w11 = w22 = 2, w12 = w21 = 1.
TEST(Raking, KeepsTheOddsOfTheSample) {
  const auto weights = raked(std::vector<double>{4, 1, 1, 1}, two_by_two({3, 3}, {3, 3}));
  ASSERT_TRUE(weights.ok());
  const double expected[] = {2, 1, 1, 2};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR((*weights)[i], expected[i], 1e-10);
}

// Rows and columns fit 1, 2, 2, 7 up to 1, -1, -1, 1; each times its weight 25.
TEST(Raking, WorkedExampleOfTheError) {
  const SurveyDesign design{std::vector<double>(4, 25.0), {}, {}, {}};
  const auto margins = two_by_two({50, 50}, {50, 50});
  const Estimate total = calibrated_total(design, design.weights, margins, std::vector<double>{1, 2, 2, 7});
  EXPECT_NEAR(total.value, 300, 1e-10);
  EXPECT_NEAR(total.error, std::sqrt(4.0 / 3 * 4 * 25 * 25), 1e-10);
}

TEST(Raking, NamesWhatCannotBeMet) {
  const auto apart = raked(std::vector<double>(4, 1.0), two_by_two({30, 70}, {40, 61}));
  ASSERT_FALSE(apart.ok());
  EXPECT_EQ(apart.problems()[0].code, "margins_differ");
  const auto none = raked(std::vector<double>{1, 1, 0, 0}, two_by_two({30, 70}, {40, 60}));
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.problems()[0].code, "margin_without_sample");
  // Only the crossings (0,0) and (1,1) are in the sample, so both margins would have to be alike.
  const auto never = raked(std::vector<double>{1, 0, 0, 1}, two_by_two({30, 70}, {40, 60}));
  ASSERT_FALSE(never.ok());
  EXPECT_EQ(never.problems()[0].code, "raking_unsettled");
}

TEST(Raking, AgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const std::string id = "survey.rake";
  const SurveyDesign design = test::api_clusters();
  const std::vector<Margin> margins = {{test::reference_groups("apiclus1", "stype"), {4421, 755, 1018}},
                                       {test::reference_groups("apiclus1", "sch.wide"), {1072, 5122}}};
  const auto weights = raked(design.weights, margins);
  ASSERT_TRUE(weights.ok());
  const auto printed = test::reference_list(id, "weights_sorted_unique");  // to eight decimals
  for (const double weight : *weights)
    EXPECT_TRUE(std::any_of(printed.begin(), printed.end(), [&](double p) {
      return std::abs(p - weight) < 1e-8;
    })) << weight;
  const Estimate mean =
      calibrated_mean(design, *weights, margins, test::reference_numbers("apiclus1", "api00"));
  EXPECT_NEAR(mean.value, test::reference_figure(id, {"mean", "api00"}), 1e-8);
  EXPECT_NEAR(mean.error, test::reference_figure(id, {"se"}), 1e-8);
}

RC_GTEST_PROP(Raking, MeetsAllMarginsAndKeepsOdds, ()) {
  const auto drawn = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(1, 50));
  const std::vector<double> weights(drawn.begin(), drawn.end());
  const double row = *rc::gen::inRange(1, 100);
  const double column = *rc::gen::inRange(1, 100);
  const auto margins = two_by_two({row, 100 - row}, {column, 100 - column});
  const auto found = raked(weights, margins);
  RC_ASSERT(found.ok());
  const auto& w = *found;
  for (const Margin& margin : margins) {
    const auto sums = weight_by_category(w, margin);
    for (std::size_t c = 0; c < 2; ++c) RC_ASSERT(std::abs(sums[c] - margin.totals[c]) < 1e-9);
  }
  const double odds = weights[0] * weights[3] / (weights[1] * weights[2]);
  RC_ASSERT(std::abs(w[0] * w[3] / (w[1] * w[2]) / odds - 1) < 1e-9);
}

}  // namespace
}  // namespace smm::stats
