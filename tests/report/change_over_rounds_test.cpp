// SPDX-License-Identifier: Apache-2.0
// The worked example of docs/methods/change-over-rounds.md, and what an earlier round may not say.
#include "report/change_over_rounds.hpp"

#include <gtest/gtest.h>

#include "seven_schools.hpp"

namespace smm::test {
namespace {

using instrument::AnswerState;
using report::Moved;
using report::WrittenAnswer;

// The research area of the real edition, answered by hand.
class TwoRounds : public testing::Test {
 protected:
  TwoRounds() : world(SevenSchools::all().world), same(report::same_edition(world.edition)) {
    const auto& section = world.edition.sections[*world.edition.section("research")];
    for (const std::size_t position : section.items) {
      const auto& item = world.edition.items[position];
      if (item.type == instrument::ItemType::one_of && !item.ask_if) items.push_back(item.id);
    }
  }

  // The answer that earns so many points; "?" for not known.
  report::OwnSheet sheet(const std::vector<std::string>& wanted) const {
    const std::size_t programme = *world.edition.programme("medicine_md");
    const auto& planned = world.plan.programmes[programme];
    report::WrittenSheet written{programme, std::vector<WrittenAnswer>(planned.questionnaire.items.size())};
    for (std::size_t i = 0; i < wanted.size(); ++i)
      written.answers[static_cast<std::size_t>(planned.routes.at[*world.edition.item(items.at(i))])] =
          answer(items[i], wanted[i]);
    return report::own_sheet(world.plan, written);
  }

  WrittenAnswer answer(const std::string& item, const std::string& wanted) const {
    if (wanted == "?") return {AnswerState::not_known, "", ""};
    const auto& options = world.edition.items[*world.edition.item(item)].options;
    return {AnswerState::answered, options[std::stoul(wanted)].id, ""};
  }

  report::ChangeOverRounds change(const std::vector<std::string>& before,
                                  const std::vector<std::string>& after) const {
    const report::EarlierRound earlier{"2023", "Round 2023", &world.edition, {sheet(before)}, &same};
    return report::change_over_rounds(earlier, world.edition, {sheet(after)}, report_texts());
  }

  const ReportWorld& world;
  instrument::Concordance same;
  std::vector<std::string> items;
};

double points(const ReportWorld& world, const std::string& item, std::size_t option) {
  return world.edition.items[*world.edition.item(item)].options[option].points;
}

TEST_F(TwoRounds, TellWhatMovedAndWhatTheScoresBear) {
  ASSERT_GE(items.size(), 2U);
  const auto moved = change({"0", "1"}, {"1", "1"});
  ASSERT_EQ(moved.answers.size(), 1U);
  EXPECT_EQ(moved.answers[0].item, items[0]);
  ASSERT_EQ(moved.trends.size(), 1U);  // of the one area with an answer in both
  const double full = instrument::full_points(world.edition.items[*world.edition.item(items[0])]) +
                      instrument::full_points(world.edition.items[*world.edition.item(items[1])]);
  const double before = points(world, items[0], 0) + points(world, items[1], 1);
  const double after = points(world, items[0], 1) + points(world, items[1], 1);
  EXPECT_NEAR(moved.trends[0].before, 100 * before / full, 1e-9);
  EXPECT_NEAR(moved.trends[0].after, 100 * after / full, 1e-9);
  EXPECT_EQ(moved.trends[0].items, 2U);
  EXPECT_EQ(moved.answers[0].moved, after > before ? Moved::up : Moved::down);
}

TEST_F(TwoRounds, CountOnlyWhatWasAnsweredInBoth) {
  const auto moved = change({"?", "1"}, {"1", "1"});
  ASSERT_EQ(moved.trends.size(), 1U);
  EXPECT_EQ(moved.trends[0].items, 1U);
  ASSERT_EQ(moved.answers.size(), 1U);  // that it is known now is a fact
  EXPECT_EQ(moved.answers[0].moved, Moved::sideways);
}

TEST_F(TwoRounds, AreStillWhereNothingMoved) {
  const auto moved = change({"1", "0"}, {"1", "0"});
  EXPECT_TRUE(moved.answers.empty());
  EXPECT_EQ(moved.trends[0].before, moved.trends[0].after);
}

TEST_F(TwoRounds, OfDroppedItemsSayNothing) {
  for (auto& row : same.items)
    if (row.from.front() == items[0]) row.change = instrument::Change::dropped;
  EXPECT_TRUE(change({"0", "1"}, {"1", "1"}).answers.empty());
}

}  // namespace
}  // namespace smm::test
