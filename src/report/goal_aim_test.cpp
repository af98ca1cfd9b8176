// SPDX-License-Identifier: Apache-2.0
#include "report/goal_aim.hpp"

#include <gtest/gtest.h>

#include "report/change_over_rounds.hpp"
#include "report/sample_worksheet_test.hpp"

namespace smm::report {
namespace {

using instrument::Answer;
using instrument::AnswerState;
using instrument::Item;
using instrument::ItemType;

// An edition of one question, asked of one program, and a sheet with an answer to it.
struct AimedAt {
  explicit AimedAt(Item item) {
    item.id = "asked";
    item.scored = instrument::Scored::yes;
    item.programmes = 1;
    item.wording.question = "How far is it?";
    edition.id = "one";
    edition.professions.push_back({"medicine", "Medicine"});
    edition.programmes.push_back({"md", "MD", "MD", 0, 4, 90, false, {}});
    edition.sections.push_back({"mission", instrument::SectionKind::area, "Mission", "", "", 0, {0}, {}});
    edition.domains.push_back({"governance", "Governance", "", {0}});
    edition.items.push_back(std::move(item));
    plan = scoring::plan_scoring(edition, scoring::equal_weights(edition));
    same = same_edition(edition);
  }

  Reached with(const Answer& answer, const std::string& option, const instrument::Concordance* from) const {
    OwnSheet sheet;
    sheet.plan = &plan.programmes[0];
    sheet.answers = {answer};
    return reached({"asked", "", option}, from, edition, {sheet});
  }
  Reached with(const Answer& answer, const std::string& option) const { return with(answer, option, &same); }

  std::string words(const std::string& option) const {
    static const render::Texts texts = interface_texts();
    const auto found = aim_in_words(plan, {"md"}, {"asked", "", option}, texts);
    return found ? found->question + " " + found->answer : "";
  }

  instrument::Edition edition;
  scoring::ScoringPlan plan;
  instrument::Concordance same;
};

Item aimed_item(ItemType type) {
  Item item;
  item.type = type;
  const std::pair<const char*, double> options[] = {{"none", 0}, {"draft", 4}, {"vote", 7}, {"rule", 10}};
  for (const auto& [id, points] : options) {
    instrument::Option option;
    option.id = id;
    option.label = "A " + option.id;
    option.points = points;
    item.options.push_back(option);
  }
  return item;
}

Answer has_chosen(std::uint64_t bits) {
  return {AnswerState::answered, {bits, 0}, 0, 0};
}

TEST(GoalAims, OfAChoiceAreReachedByWhatEarnsAsMuch) {
  const AimedAt choice(aimed_item(ItemType::one_of));
  EXPECT_EQ(choice.with(has_chosen(2), "vote"), Reached::no);
  EXPECT_EQ(choice.with(has_chosen(4), "vote"), Reached::yes);
  EXPECT_EQ(choice.with(has_chosen(8), "vote"), Reached::yes);
  EXPECT_EQ(choice.with(has_chosen(8), "nothing"), Reached::unknown);
  EXPECT_EQ(choice.words("vote"), "How far is it? A vote");
  EXPECT_EQ(choice.words("nothing"), "");
}

TEST(GoalAims, TellNothingOfWhatWasNotAnswered) {
  const AimedAt choice(aimed_item(ItemType::one_of));
  for (const AnswerState state : {AnswerState::not_answered, AnswerState::declined, AnswerState::not_known})
    EXPECT_EQ(choice.with({state, {}, 0, 0}, "vote"), Reached::unknown);
  EXPECT_EQ(choice.with(has_chosen(8), "vote", nullptr), Reached::unknown);
}

TEST(GoalAims, OfASetAreReachedWhenTheOptionIsChosen) {
  Item item = aimed_item(ItemType::any_of);
  item.steps = {{1, 3, "", {}}, {3, 10, "", {}}};
  const AimedAt set(item);
  EXPECT_EQ(set.with(has_chosen(2 | 8), "vote"), Reached::no);
  EXPECT_EQ(set.with(has_chosen(4), "vote"), Reached::yes);
}

TEST(GoalAims, OfANumberAreReachedFromTheThresholdOn) {
  Item item = aimed_item(ItemType::share);
  item.options.clear();
  item.steps = {{25, 3, "", {}}, {50, 7, "", {}}, {75, 10, "", {}}};
  const AimedAt share(item);
  EXPECT_EQ(share.with({AnswerState::answered, {}, 49, 0}, "step_2"), Reached::no);
  EXPECT_EQ(share.with({AnswerState::answered, {}, 50, 0}, "step_2"), Reached::yes);
  EXPECT_EQ(share.with({AnswerState::answered, {}, 50, 0}, "step_4"), Reached::unknown);
  EXPECT_EQ(share.words("step_2"), "How far is it? 50 percent or more");
}

TEST(GoalAims, OfAGridCountTheYearsOfTheTopic) {
  Item item = aimed_item(ItemType::year_grid);
  item.steps = {{25, 3, "", {}}, {75, 10, "", {}}};
  const AimedAt grid(item);
  const Answer answer = has_chosen(0x0110);  // draft in year 1, vote in year 1
  EXPECT_EQ(grid.with(answer, "draft:1"), Reached::yes);
  EXPECT_EQ(grid.with(answer, "draft:2"), Reached::no);
  EXPECT_EQ(grid.with(answer, "rule:1"), Reached::no);
  EXPECT_EQ(grid.words("rule:1"), "How far is it? A rule");
  EXPECT_EQ(grid.words("rule:2"), "How far is it? A rule, in 2 years or more");
  EXPECT_EQ(aim_of(item, 4, has_chosen(0x0030), {"draft", "", {}}), "draft:3");
  EXPECT_EQ(aim_of(item, 4, has_chosen(0), {"rule", "", {}}), "rule:1");
}

TEST(GoalAims, AreReadThroughTheConcordance) {
  const AimedAt choice(aimed_item(ItemType::one_of));
  instrument::ConcordanceRow row;
  row.from = {"before"};
  row.to = {"asked"};
  row.change = instrument::Change::recoded;
  row.map = {{"written", "rule", {}}, {"spoken", std::nullopt, {}}};
  const instrument::Concordance concordance{"zero", "one", {}, {row}};
  OwnSheet sheet;
  sheet.plan = &choice.plan.programmes[0];
  sheet.answers = {has_chosen(8)};
  const auto from = [&](const std::string& item, const std::string& option) {
    return reached({item, "", option}, &concordance, choice.edition, {sheet});
  };
  EXPECT_EQ(from("before", "written"), Reached::yes);
  EXPECT_EQ(from("before", "spoken"), Reached::unknown);
  EXPECT_EQ(from("asked", "rule"), Reached::unknown);  // was not asked then
}

}  // namespace
}  // namespace smm::report
