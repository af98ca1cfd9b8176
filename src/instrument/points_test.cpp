// SPDX-License-Identifier: Apache-2.0
#include "instrument/points.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "instrument/sample_items_test.hpp"

namespace smm::instrument {

static void PrintTo(const ItemPoints& points, std::ostream* out) {
  *out << points.earned << " of " << points.attainable;
}
static bool operator==(const ItemPoints& a, const ItemPoints& b) {
  return a.earned == b.earned && a.attainable == b.attainable;
}

namespace {

ItemPoints points_of(const Item& item, std::string_view value) {
  const auto answer = sample::read(item, value, "a citation");
  EXPECT_TRUE(answer.has_value()) << value;
  return points_for(item, 2, answer.value_or(weakest_answer(item)));
}

struct PointsRow {
  std::string_view value;
  ItemPoints expected;
};

void expect_points(const Item& item, std::initializer_list<PointsRow> rows) {
  for (const PointsRow& row : rows) EXPECT_EQ(points_of(item, row.value), row.expected) << row.value;
}

TEST(ChoicePoints, AreThoseOfTheChosenOption) {
  expect_points(sample::yes_no(), {{"yes", {10, 10}}, {"no", {0, 10}}});
  expect_points(sample::one_of(), {{"nothing", {0, 10}}, {"some", {4, 10}}, {"all", {10, 10}}});
  expect_points(sample::phase(), {{"1", {0, 10}}, {"2", {3, 10}}, {"3", {6, 10}}, {"4", {10, 10}}});
}

TEST(ChoicePoints, OptionThatLeavesTakesTheItemOut) {
  expect_points(sample::one_of(), {{"not-needed", {0, 0}}});
}

TEST(ChoicePoints, BestPermittedOptionIsAttainable) {
  expect_points(sample::one_of(), {{"some;!all", {4, 4}}, {"nothing;!all", {0, 4}}, {"all;!some", {10, 10}}});
  expect_points(sample::one_of(), {{"nothing;!all;!some", {0, 0}}});
  expect_points(sample::yes_no(), {{"no;!yes", {0, 0}}});
}

TEST(AnyOfPoints, AreTheHardestStepThatTheNumberChosenMeets) {
  expect_points(
      sample::any_of(),
      {{"none", {0, 10}}, {"a", {3, 10}}, {"a;d", {3, 10}}, {"a;b;d", {6, 10}}, {"a;b;c;d", {10, 10}}});
}

TEST(AnyOfPoints, ExclusiveOptionCountsNothingAndLeavingTakesOut) {
  expect_points(sample::any_of(), {{"nothing-else", {0, 10}}, {"no-schools", {0, 0}}});
}

TEST(AnyOfPoints, AttainableIsWhatThePermittedOptionsReach) {
  expect_points(sample::any_of(), {{"a;b;c;!d", {6, 6}}, {"a;!c;!d", {3, 3}}, {"a;!nothing-else", {3, 10}}});
  expect_points(sample::any_of(), {{"none;!a;!b;!c;!d", {0, 0}}});
}

TEST(GridPoints, AreStepsOnThePercentOfPermittedCells) {
  expect_points(sample::grid(), {{"none", {0, 10}},
                                 {"north@1", {3, 10}},
                                 {"north@1;south@2", {6, 10}},
                                 {"north@1;north@2;south@1", {6, 10}},
                                 {"north@1;north@2;south@1;south@2", {10, 10}}});
  expect_points(sample::grid(), {{"north@1;north@2;!south@1;!south@2", {10, 10}},
                                 {"north@1;!south@2", {3, 10}},
                                 {"none;!north@1;!north@2;!south@1;!south@2", {0, 0}}});
}

TEST(NumberPoints, ThresholdsAreMetExactlyAtTheirEdge) {
  expect_points(sample::share(), {{"3/20", {6, 10}},       // 15 %
                                  {"15", {6, 10}},         //
                                  {"14.99", {3, 10}},      //
                                  {"1/20", {3, 10}},       // 5 %
                                  {"3/10", {10, 10}},      // 30 %
                                  {"0/7", {0, 10}},        //
                                  {"499/10000", {0, 10}},  // 4.99 %
                                  {"7/7", {10, 10}}});
}

TEST(NumberPoints, LowerIsBetterForMoney) {
  expect_points(
      sample::money(),
      {{"30001", {0, 10}}, {"30000", {4, 10}}, {"15001", {4, 10}}, {"15000", {10, 10}}, {"0", {10, 10}}});
}

TEST(NumberPoints, RatioMayExceedAHundred) {
  const Item ratio = sample::number(ItemType::ratio, sample::steps({{50, 5}, {120, 10}}));
  expect_points(ratio, {{"6/5", {10, 10}}, {"119/100", {5, 10}}, {"49/100", {0, 10}}, {"0/3", {0, 10}}});
}

TEST(NumberPoints, CountIsReadAtItself) {
  const Item count = sample::number(ItemType::count, sample::steps({{1, 5}, {5, 10}}));
  expect_points(count, {{"0", {0, 10}}, {"1", {5, 10}}, {"4", {5, 10}}, {"5", {10, 10}}});
}

TEST(NumberPoints, DifferenceIsOwnMinusComparator) {
  const Item gap = sample::two_shares(Compare::difference, sample::steps({{-10, 5}, {0, 10}}));
  expect_points(gap, {{"80/100|90/100", {5, 10}},  // exactly ten points behind
                      {"79/100|90/100", {0, 10}},
                      {"1/3|2/6", {10, 10}},  // 33.3 - 33.3, not exactly 0 in doubles
                      {"90/100|80/100", {10, 10}}});
}

TEST(NumberPoints, RatioToNothingLeavesTheDenominator) {
  const Item rates = sample::two_shares(Compare::ratio, sample::steps({{0.8, 5}, {1, 10}}));
  expect_points(rates, {{"20/100|30/300", {10, 10}},
                        {"8/100|10/100", {5, 10}},
                        {"79/1000|10/100", {0, 10}},
                        {"1/3|2/6", {10, 10}},
                        {"5/10|0/10", {0, 0}},
                        {"0/10|0/10", {0, 0}}});
}

TEST(UnscoredTypes, EarnNothing) {
  expect_points(sample::item("when", ItemType::date), {{"2024-02-29", {0, 0}}});
  expect_points(sample::item("text", ItemType::text), {{"words", {0, 0}}});
}

TEST(WeakestAnswer, EarnsNothingAndLosesNoPoints) {
  for (const Item& item :
       {sample::yes_no(), sample::one_of(), sample::any_of(), sample::phase(), sample::grid(),
        sample::share(), sample::money(),
        sample::number(ItemType::count, sample::steps({{5, 4}, {1, 10}}), Direction::lower),
        sample::two_shares(Compare::difference, sample::steps({{-10, 5}, {0, 10}})),
        sample::two_shares(Compare::ratio, sample::steps({{0.8, 5}, {1, 10}}))}) {
    EXPECT_EQ(points_for(item, 2, weakest_answer(item)), (ItemPoints{0, 10})) << to_string(item.type);
    if (!is_number(item.type)) continue;
    Item lower = item;
    lower.direction = Direction::lower;
    lower.steps = sample::steps({{90, 4}, {0.5, 10}});
    EXPECT_EQ(points_for(lower, 2, weakest_answer(lower)), (ItemPoints{0, 10})) << to_string(item.type);
  }
}

// A further option, a further cell, a further point of a share never earns less.
RC_GTEST_PROP(PointsProperty, MoreChosenNeverEarnsLess, ()) {
  const Item item = *rc::gen::element(sample::any_of(), sample::grid());
  const auto bits = *rc::gen::inRange<std::uint64_t>(0, 16);
  const auto more = bits | *rc::gen::inRange<std::uint64_t>(0, 16);
  const auto barred = *rc::gen::inRange<std::uint64_t>(0, 16) & ~more;
  Answer fewer_chosen{AnswerState::answered, {bits, barred}, 0, 0};
  Answer more_chosen{AnswerState::answered, {more, barred}, 0, 0};
  const ItemPoints few = points_for(item, 2, fewer_chosen);
  const ItemPoints many = points_for(item, 2, more_chosen);
  RC_ASSERT(few.earned <= many.earned);
  RC_ASSERT(few.attainable == many.attainable);
  RC_ASSERT(0 <= few.earned && many.earned <= many.attainable);
}

RC_GTEST_PROP(PointsProperty, BetterNumbersNeverEarnLess, ()) {
  const Item item = *rc::gen::element(sample::share(), sample::money());
  const double one = *rc::gen::inRange(0, 400) / 4.0;
  const double other = *rc::gen::inRange(0, 400) / 4.0;
  const double scale = item.type == ItemType::money ? 400 : 1;
  const double better = item.direction == Direction::higher ? std::max(one, other) : std::min(one, other);
  const double worse = one + other - better;
  RC_ASSERT(number_points(item, worse * scale, 0).earned <= number_points(item, better * scale, 0).earned);
}

}  // namespace
}  // namespace smm::instrument
