// SPDX-License-Identifier: Apache-2.0
#include "stats/empirical_bayes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "bcg_trials.hpp"
#include "reference_results.hpp"

namespace smm::stats {
namespace {

// The worked example of docs/methods/empirical-bayes.md: b = 3/4, so each goes a quarter of the way to 3.
TEST(EmpiricalBayes, WorkedExampleOfThree) {
  const auto found = empirical_bayes(std::vector<double>{1, 3, 5}, std::vector<double>{1, 1, 1}, 3);
  EXPECT_NEAR(found.mean.value, 3, 1e-14);
  EXPECT_NEAR(found.mean.error, std::sqrt(4.0 / 3), 1e-14);
  const double expected[] = {1.5, 3, 4.5};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found.groups[i].value, expected[i], 1e-14);
    EXPECT_NEAR(found.groups[i].error, std::sqrt(5.0 / 6), 1e-14);  // 3/4 + 1/16 * 4/3
  }
  EXPECT_NEAR(found.heterogeneity, 8, 1e-14);
  EXPECT_NEAR(found.share_between, 0.75, 1e-14);
}

TEST(EmpiricalBayes, NothingBetweenDrawsAllToTheMean) {
  const auto found = empirical_bayes(std::vector<double>{1, 7}, std::vector<double>{1, 2}, 0);
  for (const Estimate& group : found.groups) {
    EXPECT_NEAR(group.value, 3, 1e-14);
    EXPECT_NEAR(group.error, std::sqrt(2.0 / 3), 1e-14);
  }
  EXPECT_EQ(found.share_between, 0);
}

// Given the reference's own variance between groups, everything here is a closed form. That variance is
// itself only good to 7e-8: src/stats/between_variance_test.cpp.
TEST(EmpiricalBayes, AgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const std::string id = "metafor.eb";
  const test::Trials trials = test::bcg_trials();
  const auto found =
      empirical_bayes(trials.estimates, trials.variances, test::reference_figure(id, {"tau2"}));
  EXPECT_NEAR(found.mean.value, test::reference_figure(id, {"mu"}), 1e-10);
  EXPECT_NEAR(found.mean.error, test::reference_figure(id, {"se"}), 1e-10);
  EXPECT_NEAR(found.heterogeneity, test::reference_figure(id, {"QE"}), 1e-10);
  EXPECT_NEAR(100 * found.share_between, test::reference_figure(id, {"I2"}), 1e-10);  // in percent
  const auto values = test::reference_list(id, "blup");
  const auto errors = test::reference_list(id, "blup_se");
  ASSERT_EQ(values.size(), found.groups.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_NEAR(found.groups[i].value, values[i], 1e-10) << "trial " << i + 1;
    EXPECT_NEAR(found.groups[i].error, errors[i], 1e-10) << "trial " << i + 1;
  }
}

// Figures of R's metafor for the thirteen trials, here for those without the reference file.
TEST(EmpiricalBayes, ThirteenTrials) {
  const test::Trials trials = test::bcg_trials();
  const auto found = empirical_bayes(trials.estimates, trials.variances, 0.313243325980895);
  EXPECT_NEAR(found.mean.value, -0.714532348365101, 1e-12);
  EXPECT_NEAR(found.groups[3].value, -1.39789770575491, 1e-12);
  EXPECT_NEAR(found.groups[3].error, 0.137568416459907, 1e-12);
}

RC_GTEST_PROP(EmpiricalBayes, LiesBetweenOwnValueAndMean, ()) {
  const auto drawn = *rc::gen::container<std::vector<int>>(6, rc::gen::inRange(-100, 100));
  const auto sizes = *rc::gen::container<std::vector<int>>(6, rc::gen::inRange(1, 400));
  const std::vector<double> estimates(drawn.begin(), drawn.end());
  const std::vector<double> variances(sizes.begin(), sizes.end());
  const double between = *rc::gen::inRange(0, 300);
  const auto found = empirical_bayes(estimates, variances, between);
  for (std::size_t i = 0; i < 6; ++i) {
    const auto [low, high] = std::minmax(estimates[i], found.mean.value);
    RC_ASSERT(found.groups[i].value >= low - 1e-10 && found.groups[i].value <= high + 1e-10);
    RC_ASSERT(found.groups[i].error <= std::sqrt(variances[i]) + found.mean.error + 1e-10);
  }
}

}  // namespace
}  // namespace smm::stats
