// SPDX-License-Identifier: Apache-2.0
#include "report/next_step.hpp"

#include <gtest/gtest.h>

#include "report/sample_worksheet_test.hpp"

namespace smm::report {
namespace {

using instrument::Answer;
using instrument::AnswerState;
using instrument::Item;
using instrument::ItemType;

Item choices(ItemType type) {
  Item item;
  item.id = "plan";
  item.type = type;
  const std::pair<const char*, double> options[] = {{"none", 0}, {"draft", 4}, {"vote", 7}, {"rule", 10}};
  for (const auto& [id, points] : options) {
    instrument::Option option;
    option.id = id;
    option.label = "A " + option.id;
    option.points = points;
    item.options.push_back(option);
  }
  if (type == ItemType::any_of) {
    item.options[0].exclusive = true;
    item.steps = {{1, 3, "", {}}, {3, 10, "", {}}};
  }
  return item;
}

Answer chose(std::uint64_t bits, std::uint64_t barred = 0) {
  return {AnswerState::answered, {bits, barred}, 0, 0};
}

ShownShares shares(const std::vector<std::pair<std::string, std::optional<int>>>& of) {
  benchmark::ProfessionRelease release;
  for (const auto& [option, share] : of) release.items.push_back({"all", "plan", option, share});
  return ShownShares(release);
}

std::optional<NextStep> step(const Item& item, const Answer& answer, const ShownShares& shown = {}) {
  static const render::Texts texts = interface_texts();
  return next_step(item, 4, answer, shown, texts);
}

TEST(NextStep, IsTheLeastOptionThatEarnsMore) {
  const auto next =
      step(choices(ItemType::one_of), chose(1), shares({{"draft", 20}, {"vote", 30}, {"rule", 25}}));
  EXPECT_EQ(next->option, "draft");
  EXPECT_EQ(next->points, 4);
  EXPECT_EQ(next->share, 75);  // a draft or better
}

TEST(NextStep, TellsNoShareWhereOneOfItsPartsIsSuppressed) {
  const auto next =
      step(choices(ItemType::one_of), chose(1), shares({{"draft", 20}, {"vote", {}}, {"rule", 25}}));
  EXPECT_EQ(next->share, std::nullopt);
}

TEST(NextStep, PassesOverWhatIsNotPermitted) {
  EXPECT_EQ(step(choices(ItemType::one_of), chose(1, 2))->option, "vote");
  EXPECT_EQ(step(choices(ItemType::one_of), chose(4, 8)), std::nullopt);
}

TEST(NextStep, IsNothingAtTheTop) {
  EXPECT_FALSE(step(choices(ItemType::one_of), chose(8)));
  EXPECT_FALSE(step(choices(ItemType::any_of), chose(14)));
}

TEST(NextStep, OfASetIsWhatMostOthersHave) {
  const auto next = step(choices(ItemType::any_of), chose(2), shares({{"vote", 35}, {"rule", 60}}));
  EXPECT_EQ(next->option, "rule");
  EXPECT_EQ(next->share, 60);
  EXPECT_EQ(next->more, 2);  // of three
  EXPECT_EQ(next->points, 10);
}

TEST(NextStep, OfASetWithoutSharesIsTheFirst) {
  EXPECT_EQ(step(choices(ItemType::any_of), chose(1))->option, "draft");
}

TEST(NextStep, OfASetNeedsEnoughThatIsPermitted) {
  EXPECT_FALSE(step(choices(ItemType::any_of), chose(2, 8)));  // three cannot be reached
}

TEST(NextStep, OfANumberIsItsNextThreshold) {
  Item item = choices(ItemType::share);
  item.options.clear();
  item.steps = {{25, 3, "", {}}, {50, 7, "", {}}, {75, 10, "", {}}};
  const auto next = step(item, {AnswerState::answered, {}, 30, 0}, shares({{"step_2", 15}, {"step_3", 40}}));
  EXPECT_EQ(next->option, "step_2");
  EXPECT_EQ(next->words, "50 percent or more");
  EXPECT_EQ(next->share, 55);
  EXPECT_FALSE(step(item, {AnswerState::answered, {}, 80, 0}));
}

TEST(NextStep, OfAGridIsATopicThatIsNowhereYet) {
  Item item = choices(ItemType::year_grid);
  item.steps = {{25, 3, "", {}}, {75, 10, "", {}}};
  const auto next = step(item, chose(0x00F3), shares({{"vote", 80}, {"rule", 90}}));  // none 1-2, draft 1-4
  EXPECT_EQ(next->option, "rule");
  EXPECT_EQ(next->words, "A rule (year 1)");
  EXPECT_EQ(next->share, 90);
  EXPECT_EQ(next->more, 6);  // 12 of 16 cells
}

TEST(NextStep, OfAGridWithEveryTopicIsOneMoreYear) {
  Item item = choices(ItemType::year_grid);
  item.steps = {{25, 3, "", {}}, {75, 10, "", {}}};
  const auto next = step(item, chose(0x1137), shares({{"rule", 90}}));
  EXPECT_EQ(next->words, "A vote (year 2)");
  EXPECT_EQ(next->share, std::nullopt);
}

}  // namespace
}  // namespace smm::report
