// SPDX-License-Identifier: Apache-2.0
#include "stats/between_variance.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

#include "bcg_trials.hpp"
#include "reference_results.hpp"

namespace smm::stats {
namespace {

constexpr BetweenVariance between_methods[] = {BetweenVariance::der_simonian_laird,
                                               BetweenVariance::paule_mandel, BetweenVariance::reml};

// The worked example of docs/methods/between-variance.md: with equal sampling variances all three are the
// variance of the estimates, 4, less the sampling variance, 1.
TEST(BetweenVariance, WorkedExampleOfThree) {
  for (const auto method : between_methods)
    EXPECT_NEAR(between_variance(std::vector<double>{1, 3, 5}, std::vector<double>{1, 1, 1}, method), 3,
                1e-14);
}

TEST(BetweenVariance, IsNothingWhenChanceExplainsAll) {
  for (const auto method : between_methods)
    EXPECT_EQ(between_variance(std::vector<double>{1, 3, 5}, std::vector<double>{9, 4, 9}, method), 0);
}

// Thirteen trials: solutions found in 17 digits by another program (Fisher scoring; Brent's method).
TEST(BetweenVariance, ThirteenTrials) {
  const test::Trials trials = test::bcg_trials();
  const auto found = [&](BetweenVariance method) {
    return between_variance(trials.estimates, trials.variances, method);
  };
  EXPECT_NEAR(found(BetweenVariance::der_simonian_laird), 0.308760262862376, 1e-12);
  EXPECT_NEAR(found(BetweenVariance::paule_mandel), 0.3180684522050241, 1e-12);
  EXPECT_NEAR(found(BetweenVariance::reml), 0.3132432581364811, 1e-12);
}

// R's metafor starts REML at Hedges' estimate, and ends with the first Fisher step shorter than 1e-5.
double reml_as_metafor_stops(const test::Trials& trials) {
  const double k = static_cast<double>(trials.estimates.size());
  double mean = 0, between = 0;
  for (const double estimate : trials.estimates) mean += estimate / k;
  for (std::size_t i = 0; i < trials.estimates.size(); ++i)
    between += std::pow(trials.estimates[i] - mean, 2) / (k - 1) - trials.variances[i] / k;
  for (double step = 1; std::abs(step) > 1e-5; between += step) {
    double w1 = 0, w2 = 0, w3 = 0, center = 0, score = 0;
    for (std::size_t i = 0; i < trials.estimates.size(); ++i) {
      const double weight = 1 / (trials.variances[i] + between);
      w1 += weight, w2 += weight * weight, w3 += weight * weight * weight;
      center += weight * trials.estimates[i];
    }
    for (std::size_t i = 0; i < trials.estimates.size(); ++i)
      score += std::pow((trials.estimates[i] - center / w1) / (trials.variances[i] + between), 2);
    step = (score - (w1 - w2 / w1)) / (w2 - 2 * w3 / w1 + w2 * w2 / (w1 * w1));
  }
  return between;
}

// The reference stops early where we go on to the last digit: REML 7e-8 away, which stopping as it does
// shows to be all of the difference; Paule-Mandel 2.5e-5 away, within the 1.2e-4 its root finder is asked
// for.
TEST(BetweenVariance, AgreesWithTheReferenceFileAsFarAsThatGoes) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const test::Trials trials = test::bcg_trials();
  const auto found = [&](BetweenVariance method) {
    return between_variance(trials.estimates, trials.variances, method);
  };
  const auto expected = [](const std::string& key) { return test::reference_figure("metafor.eb", {key}); };
  EXPECT_NEAR(found(BetweenVariance::der_simonian_laird), expected("tau2_DL"), 1e-10);
  EXPECT_NEAR(reml_as_metafor_stops(trials), expected("tau2"), 1e-12);
  EXPECT_NEAR(found(BetweenVariance::reml), expected("tau2"), 1e-7);
  EXPECT_NEAR(found(BetweenVariance::paule_mandel), expected("tau2_PM"), 1.220703125e-4);
}

RC_GTEST_PROP(BetweenVariance, MovesWithTheScaleOnly, ()) {
  const auto drawn = *rc::gen::container<std::vector<int>>(7, rc::gen::inRange(-100, 100));
  const auto sizes = *rc::gen::container<std::vector<int>>(7, rc::gen::inRange(1, 400));
  const std::vector<double> estimates(drawn.begin(), drawn.end());
  const std::vector<double> variances(sizes.begin(), sizes.end());
  std::vector<double> moved(estimates.rbegin(), estimates.rend());
  std::vector<double> scaled(variances.rbegin(), variances.rend());
  for (double& estimate : moved) estimate = 3 * estimate + 11;
  for (double& variance : scaled) variance *= 9;
  for (const auto method : between_methods) {
    const double before = between_variance(estimates, variances, method);
    const double after = between_variance(moved, scaled, method);
    RC_ASSERT(before >= 0);
    RC_ASSERT(std::abs(after - 9 * before) <= 1e-9 * (1 + after));
  }
}

}  // namespace
}  // namespace smm::stats
