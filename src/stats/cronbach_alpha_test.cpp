// SPDX-License-Identifier: Apache-2.0
#include "stats/cronbach_alpha.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "reference_results.hpp"

namespace smm::stats {
namespace {

using Items = std::vector<ItemAnswers>;

// The worked example of docs/methods/cronbach-alpha.md: variances 5/3, covariance 1.
TEST(CronbachAlpha, WorkedExampleOfTwoItems) {
  const auto found = cronbach_alpha(Items{{1, 2, 3, 4}, {2, 1, 4, 3}});
  ASSERT_TRUE(found.has_value());
  EXPECT_NEAR(found->alpha, 0.75, 1e-14);
  EXPECT_NEAR(found->standardized, 0.75, 1e-14);
  EXPECT_NEAR(found->mean_correlation, 0.6, 1e-14);
  EXPECT_NEAR(found->lambda6.value(), 0.6, 1e-14);
  EXPECT_NEAR(found->error, 0.25, 1e-14);
  EXPECT_EQ(found->people, 4u);
  EXPECT_NEAR(found->mean, 2.5, 1e-14);
  EXPECT_NEAR(found->sd, std::sqrt(4.0 / 3), 1e-14);
  EXPECT_NEAR(found->items[0].with_mean, std::sqrt(0.8), 1e-14);
  EXPECT_NEAR(found->items[1].with_rest, 0.6, 1e-14);
  EXPECT_FALSE(found->items[0].alpha_without.has_value());
}

// The last two answered one item each: they count in no covariance, but they are people of the scale.
TEST(CronbachAlpha, MissingAnswersCountInPairsOnly) {
  const std::optional<double> none;
  const auto found = cronbach_alpha(Items{{1, 2, 3, 4, none, none}, {2, 1, 4, 3, none, none}});
  EXPECT_EQ(found->people, 4u);
  const auto more = cronbach_alpha(Items{{1, 2, 3, 4, none, none}, {2, 1, 4, 3, 2, 3}});
  EXPECT_EQ(more->people, 6u);
  // covariance still 1 of the four; variances 5/3 of four and 1.1 of six
  EXPECT_NEAR(more->alpha, 2 * (1 - (5.0 / 3 + 1.1) / (5.0 / 3 + 1.1 + 2)), 1e-14);
}

TEST(CronbachAlpha, NothingWithoutSpreadOrCompany) {
  const std::optional<double> none;
  EXPECT_FALSE(cronbach_alpha(Items{{1, 1, 1}, {1, 2, 3}}).has_value());
  EXPECT_FALSE(cronbach_alpha(Items{{1, 2, none}, {none, 2, 3}}).has_value());
  EXPECT_FALSE(cronbach_alpha(Items{{1, 2, 3}, {3, 2, 1}}).has_value());
}

TEST(CronbachAlpha, NoLambdaWhenAnItemRepeatsAnother) {
  const auto found = cronbach_alpha(Items{{1, 2, 3, 5}, {1, 2, 3, 5}, {2, 2, 3, 1}});
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->lambda6.has_value());
}

Items agreeableness() {
  Items items;
  for (const char* name : {"A1", "A2", "A3", "A4", "A5"}) {
    items.emplace_back();
    for (const std::string& cell : test::reference_column("bfi", name)) {
      items.back().emplace_back();
      if (cell.empty()) continue;
      const double answer = std::stod(cell);
      items.back().back() = items.size() == 1 ? 7 - answer : answer;
    }
  }
  return items;
}

TEST(CronbachAlpha, AgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const auto expected = [](const std::string& key) { return test::reference_figure("psych.alpha", {key}); };
  const auto found = cronbach_alpha(agreeableness());
  ASSERT_TRUE(found.has_value());
  EXPECT_NEAR(found->alpha, expected("raw"), 1e-10);
  EXPECT_NEAR(found->standardized, expected("std"), 1e-10);
  EXPECT_NEAR(found->lambda6.value(), expected("G6"), 1e-10);
  EXPECT_NEAR(found->mean_correlation, expected("avg_r"), 1e-10);
  EXPECT_NEAR(found->error, expected("ase"), 1e-10);
  EXPECT_NEAR(found->mean, expected("mean"), 1e-10);
  EXPECT_NEAR(found->sd, expected("sd"), 1e-10);
}

TEST(CronbachAlpha, ItemsAgreeWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const auto found = cronbach_alpha(agreeableness());
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string name = "A" + std::to_string(i + 1);
    const auto expected = [&](const std::string& group) {
      return test::reference_figure("psych.alpha", {group, name});
    };
    EXPECT_NEAR(found->items[i].with_rest, expected("item_r_drop"), 1e-10) << name;
    EXPECT_NEAR(found->items[i].with_mean, expected("item_raw_r"), 1e-10) << name;
    EXPECT_NEAR(found->items[i].alpha_without.value(), expected("alpha_drop"), 1e-10) << name;
  }
}

TEST(CronbachAlpha, CompleteCasesAgreeWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const Items all = agreeableness();
  Items complete(all.size());
  for (std::size_t person = 0; person < all.front().size(); ++person) {
    if (!std::all_of(all.begin(), all.end(), [&](const auto& item) { return item[person].has_value(); }))
      continue;
    for (std::size_t i = 0; i < all.size(); ++i) complete[i].push_back(all[i][person]);
  }
  const auto found = cronbach_alpha(complete);
  EXPECT_NEAR(found->alpha, test::reference_figure("psych.alpha.complete", {"raw"}), 1e-10);
  EXPECT_EQ(static_cast<double>(found->people), test::reference_figure("psych.alpha.complete", {"n"}));
}

RC_GTEST_PROP(CronbachAlpha, IsAtMostOneAndKnowsNoOrder, ()) {
  const auto drawn = *rc::gen::container<std::vector<int>>(24, rc::gen::inRange(1, 7));
  Items items(3), turned(3);
  for (std::size_t i = 0; i < 24; ++i) {
    items[i % 3].push_back(drawn[i]);
    turned[2 - i % 3].push_back(5.0 * drawn[i] + 2);
  }
  const auto found = cronbach_alpha(items);
  const auto again = cronbach_alpha(turned);
  RC_ASSERT(found.has_value() == again.has_value());
  if (!found) return;
  RC_ASSERT(found->alpha <= 1 + 1e-12 && found->standardized <= 1 + 1e-12);
  RC_ASSERT(std::abs(found->alpha - again->alpha) < 1e-9 * (1 + std::abs(found->alpha)));
}

}  // namespace
}  // namespace smm::stats
