// SPDX-License-Identifier: Apache-2.0
#include "stats/quantile.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "reference_values.hpp"

namespace smm::stats {
namespace {

QuantileType type_numbered(int number) {
  return static_cast<QuantileType>(number);
}

// Miles per gallon of 32 cars (Henderson and Velleman 1981): R's mtcars.
const std::vector<double> miles = {21,   21,   22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8,
                                   16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5,
                                   15.2, 13.3, 19.2, 27.3, 26,   30.4, 15.8, 19.7, 15,   21.4};

// The worked example of docs/methods/quantile.md: five values, p = 0.3, worked by hand.
TEST(Quantile, WorkedExampleOfFive) {
  const std::vector<double> values = {90, 10, 40, 20, 60};
  const std::array<double, 9> expected = {20, 20, 20, 15, 20, 18, 24, 19.0 + 1.0 / 3, 19.5};
  for (int type = 1; type <= 9; ++type)
    EXPECT_NEAR(quantile(values, 0.3, type_numbered(type)), expected[static_cast<std::size_t>(type - 1)],
                1e-12)
        << "type " << type;
}

TEST(Quantile, TenthOfTheCars) {
  const std::array<double, 9> expected = {14.3, 14.3, 13.3, 13.5, 14, 13.6, 14.34, 13.0 + 13.0 / 15, 13.9};
  for (int type = 1; type <= 9; ++type)
    EXPECT_NEAR(quantile(miles, 0.1, type_numbered(type)), expected[static_cast<std::size_t>(type - 1)],
                1e-10)
        << "type " << type;
}

TEST(Quantile, AgreesWithTheReferenceFile) {
  if (!std::filesystem::exists(test::reference_file()))
    GTEST_SKIP() << "reference results not found at " << test::reference_file();
  for (int type = 1; type <= 9; ++type) {
    for (const int percent : {10, 25, 50, 75, 90}) {
      const std::string key = std::to_string(percent) + "% | type" + std::to_string(type);
      const auto expected = test::reference_value("base.quantile_types", key);
      ASSERT_TRUE(expected.has_value()) << key;
      EXPECT_NEAR(quantile(miles, percent / 100.0, type_numbered(type)), *expected, 1e-10) << key;
    }
  }
}

// 0.07 * 100 is a little more than 7 in binary: type 1 must still give the seventh value.
TEST(Quantile, RoundingDoesNotMoveAWholePosition) {
  std::vector<double> values;
  for (int i = 1; i <= 100; ++i) values.push_back(i);
  for (int percent = 1; percent <= 100; ++percent)
    EXPECT_EQ(quantile(values, percent / 100.0, QuantileType::type1), percent);
}

// Half up to the even rank: n p - 1/2 = 1 is odd, so the next; = 2 is even, so this one.
TEST(Quantile, TypeThreeGoesToTheEvenRank) {
  const std::vector<double> values = {1, 2, 3, 4, 5};
  EXPECT_EQ(quantile(values, 0.3, QuantileType::type3), 2);
  EXPECT_EQ(quantile(values, 0.5, QuantileType::type3), 2);
}

TEST(Quantile, OneValueIsEveryQuantile) {
  for (int type = 1; type <= 9; ++type) {
    for (const double p : {0.0, 0.37, 1.0})
      EXPECT_EQ(quantile(std::vector<double>{4.2}, p, type_numbered(type)), 4.2);
  }
}

RC_GTEST_PROP(Quantile, StaysInBoundsAndRisesWithP, ()) {
  const auto drawn = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-50, 50)));
  const std::vector<double> values(drawn.begin(), drawn.end());
  const auto type = type_numbered(*rc::gen::inRange(1, 10));
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  double before = *least;
  for (int i = 0; i <= 40; ++i) {
    const double found = quantile(values, i / 40.0, type);
    RC_ASSERT(found >= before - 1e-12 && found <= *most + 1e-12);
    before = found;
  }
}

RC_GTEST_PROP(Quantile, OrderDoesNotCountAndScaleCarriesThrough, ()) {
  const auto drawn = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-50, 50)));
  const std::vector<double> values(drawn.begin(), drawn.end());
  const auto type = type_numbered(*rc::gen::inRange(1, 10));
  const double p = *rc::gen::inRange(0, 101) / 100.0;
  std::vector<double> changed(values.rbegin(), values.rend());
  for (double& value : changed) value = 3 * value + 7;
  RC_ASSERT(std::abs(quantile(changed, p, type) - (3 * quantile(values, p, type) + 7)) < 1e-10);
}

}  // namespace
}  // namespace smm::stats
