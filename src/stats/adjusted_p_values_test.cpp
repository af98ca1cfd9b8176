// SPDX-License-Identifier: Apache-2.0
#include "stats/adjusted_p_values.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "reference_results.hpp"

namespace smm::stats {
namespace {

constexpr std::pair<const char*, PAdjustment> adjustments[] = {
    {"bonferroni", PAdjustment::bonferroni}, {"holm", PAdjustment::holm},
    {"hochberg", PAdjustment::hochberg},     {"hommel", PAdjustment::hommel},
    {"BH", PAdjustment::benjamini_hochberg}, {"BY", PAdjustment::benjamini_yekutieli}};

void expect_adjusted(PAdjustment method, const std::vector<double>& expected) {
  const auto found = adjusted_p_values(std::vector<double>{0.03, 0.01, 0.2, 0.02}, method);
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-15) << "at " << i;
}

// The worked example of docs/methods/adjusted-p-values.md.
TEST(AdjustedPValues, WorkedExampleOfFour) {
  expect_adjusted(PAdjustment::bonferroni, {0.12, 0.04, 0.8, 0.08});
  expect_adjusted(PAdjustment::holm, {0.06, 0.04, 0.2, 0.06});
  expect_adjusted(PAdjustment::hochberg, {0.06, 0.04, 0.2, 0.06});
  expect_adjusted(PAdjustment::hommel, {0.06, 0.04, 0.2, 0.045});
  expect_adjusted(PAdjustment::benjamini_hochberg, {0.04, 0.04, 0.2, 0.04});
  expect_adjusted(PAdjustment::benjamini_yekutieli, {1.0 / 12, 1.0 / 12, 5.0 / 12, 1.0 / 12});
}

TEST(AdjustedPValues, AgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const std::vector<double> p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0};
  for (const auto& [name, method] : adjustments) {
    const auto found = adjusted_p_values(p, method);
    for (std::size_t i = 0; i < p.size(); ++i) {
      const std::string key = std::to_string(i + 1) + " | " + name;
      EXPECT_NEAR(found[i], test::reference_figure("base.p.adjust", {key}), 1e-10) << key;
    }
  }
}

TEST(AdjustedPValues, OneComparisonIsNotAdjusted) {
  for (const auto& [name, method] : adjustments) {
    EXPECT_EQ(adjusted_p_values(std::vector<double>{0.3}, method), std::vector<double>{0.3}) << name;
    EXPECT_TRUE(adjusted_p_values(std::vector<double>{}, method).empty()) << name;
  }
}

// Simes' p of every set of comparisons that holds i, the slow way.
double hommel_by_all_sets(const std::vector<double>& p, std::size_t member) {
  double largest = 0;
  for (std::size_t set = 0; set < (std::size_t{1} << p.size()); ++set) {
    if ((set >> member & 1) == 0) continue;
    std::vector<double> chosen;
    for (std::size_t i = 0; i < p.size(); ++i) {
      if ((set >> i & 1) != 0) chosen.push_back(p[i]);
    }
    std::sort(chosen.begin(), chosen.end());
    double simes = 1;
    for (std::size_t j = 0; j < chosen.size(); ++j)
      simes = std::min(simes, chosen[j] * static_cast<double>(chosen.size()) / static_cast<double>(j + 1));
    largest = std::max(largest, simes);
  }
  return largest;
}

RC_GTEST_PROP(AdjustedPValues, HommelIsTheClosedTest, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 9);
  const auto drawn = *rc::gen::container<std::vector<int>>(n, rc::gen::inRange(0, 101));
  std::vector<double> p;
  for (const int hundredth : drawn) p.push_back(hundredth / 100.0);
  const auto found = adjusted_p_values(p, PAdjustment::hommel);
  for (std::size_t i = 0; i < n; ++i) RC_ASSERT(std::abs(found[i] - hommel_by_all_sets(p, i)) < 1e-13);
}

RC_GTEST_PROP(AdjustedPValues, KeepOrderAndNeverHelp, ()) {
  const auto drawn = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1001));
  std::vector<double> p;
  for (const int thousandth : drawn) p.push_back(thousandth / 1000.0);
  const auto holm = adjusted_p_values(p, PAdjustment::holm);
  const auto hochberg = adjusted_p_values(p, PAdjustment::hochberg);
  const auto bonferroni = adjusted_p_values(p, PAdjustment::bonferroni);
  const auto fdr = adjusted_p_values(p, PAdjustment::benjamini_hochberg);
  for (std::size_t i = 0; i < p.size(); ++i) {
    RC_ASSERT(p[i] <= fdr[i] + 1e-15 && fdr[i] <= hochberg[i] + 1e-15);
    RC_ASSERT(hochberg[i] <= holm[i] + 1e-15 && holm[i] <= bonferroni[i] && bonferroni[i] <= 1);
    for (std::size_t j = 0; j < p.size(); ++j) RC_ASSERT(p[i] > p[j] || holm[i] <= holm[j]);
  }
}

}  // namespace
}  // namespace smm::stats
