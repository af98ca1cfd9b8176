// SPDX-License-Identifier: Apache-2.0
#include "assessment/sheet_plan.hpp"

#include <gtest/gtest.h>

#include "assessment/problems.hpp"
#include "assessment/sample_sheet_test.hpp"

namespace smm::assessment {
namespace {

using Names = std::vector<std::string>;

TEST(SheetPlan, HasSharedItemsOnceAndOthersForEachProgram) {
  const auto edition = sample::small_edition();
  const SheetPlan plan = sample::plan_of(edition);
  ASSERT_EQ(plan.packets.size(), 2u) << "an office without a question has no packet";
  EXPECT_EQ(plan.packets[0].office, "dean");
  EXPECT_EQ(sample::names_of(plan, places_of(plan.packets[0])),
            (Names{"gate", "md:reach", "adn:reach", "depth"}));
  EXPECT_EQ(sample::names_of(plan, places_of(plan.packets[1])),
            (Names{"md:open", "stages", "md:years", "adn:years", "md:gap", "adn:gap"}));
  EXPECT_EQ(plan.packets[0].answers, 4u);
  EXPECT_EQ(plan.packet_of, (std::vector<std::size_t>{0, 0, 0, 0, 1, 1, 1, 1, 1, 1}));
}

TEST(SheetPlan, LeavesOutWhatNoProgramOfTheSchoolIsAsked) {
  const auto edition = sample::small_edition();
  const SheetPlan plan = sample::plan_of(edition, {"adn"});
  EXPECT_EQ(sample::names_of(plan, places_of(plan.packets[0])), (Names{"gate", "adn:reach"}));
  EXPECT_FALSE(plan.find({"", "depth"}));
  EXPECT_FALSE(plan.find({"md", "reach"}));
  EXPECT_EQ(plan.find({"adn", "reach"}), 1u);
}

TEST(SheetPlan, FindsEveryPlaceAndNoOther) {
  const auto edition = sample::small_edition();
  const SheetPlan plan = sample::plan_of(edition);
  for (std::size_t i = 0; i < plan.answers.size(); ++i) EXPECT_EQ(plan.find(plan.answers[i].place), i);
  EXPECT_FALSE(plan.find({"md", "gate"})) << "shared items have no program";
  EXPECT_FALSE(plan.find({"", "reach"}));
  EXPECT_FALSE(plan.find({"", "lost"}));
}

TEST(SheetPlan, ShowsAnItemAsItsProgramSeesIt) {
  const auto edition = sample::small_edition();
  const SheetPlan plan = sample::plan_of(edition);
  EXPECT_EQ(item_at(plan, *plan.find({"md", "reach"})).wording.definitions, "");
  EXPECT_EQ(item_at(plan, *plan.find({"adn", "reach"})).wording.definitions,
            "As an associate program sees it.");
  EXPECT_EQ(plan.packets[0].numbers.at(1).definitions, "As an associate program sees it.");
}

TEST(SheetPlan, OpensAPacketWithItsNumbers) {
  const auto edition = sample::small_edition();
  const SheetPlan plan = sample::plan_of(edition);
  ASSERT_EQ(plan.packets[0].numbers.size(), 3u);
  ASSERT_EQ(plan.packets[1].numbers.size(), 4u) << "two shares are two lines";
  const PlannedNumber& comparator = plan.packets[1].numbers[1];
  EXPECT_EQ(comparator.part, NumberPart::comparator);
  EXPECT_EQ(comparator.counts, "others who");
  EXPECT_EQ(comparator.of, "all others");
  EXPECT_EQ(comparator.period, "Today");
  EXPECT_TRUE(comparator.percent_will_do);
  EXPECT_EQ(plan.answers[comparator.answer].place, (AnswerPlace{"md", "gap"}));
}

TEST(SheetPlan, RefusesWhatTheEditionDoesNotKnow) {
  const auto edition = sample::small_edition();
  const auto unknown = plan_sheet(edition, std::vector<std::string>{"md", "law", "art"});
  ASSERT_FALSE(unknown);
  ASSERT_EQ(unknown.problems().size(), 2u);
  EXPECT_EQ(unknown.problems()[0].code, problem::programme_not_in_edition.code);
  const auto none = plan_sheet(edition, std::vector<std::string>{});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.problems()[0].code, problem::sheet_without_programme.code);
}

TEST(SheetPlan, TakesAProgramNamedTwiceOnce) {
  const auto edition = sample::small_edition();
  EXPECT_EQ(sample::plan_of(edition, {"md", "md"}).answers.size(),
            sample::plan_of(edition, {"md"}).answers.size());
}

TEST(AffectedPlaces, FollowRoutesThroughSharedAndOwnPlaces) {
  const auto edition = sample::small_edition();
  const SheetPlan plan = sample::plan_of(edition);
  EXPECT_EQ(sample::names_of(plan, affected_places(plan, {"", "gate"})),
            (Names{"md:reach", "adn:reach", "depth"}));
  EXPECT_EQ(sample::names_of(plan, affected_places(plan, {"md", "reach"})), (Names{"depth"}));
  EXPECT_EQ(sample::names_of(plan, affected_places(plan, {"adn", "reach"})), (Names{}))
      << "depth is not for adn";
  EXPECT_EQ(sample::names_of(plan, affected_places(plan, {"", "stages"})), (Names{}));
  EXPECT_EQ(sample::names_of(plan, affected_places(plan, {"", "lost"})), (Names{}));
}

TEST(AffectedPlaces, NameTheAnswersTheyDependOn) {
  const auto edition = sample::small_edition();
  const SheetPlan plan = sample::plan_of(edition);
  const auto needed = [&](const AnswerPlace& place) {
    return sample::names_of(plan, plan.answers[*plan.find(place)].they_hang_on);
  };
  EXPECT_EQ(needed({"md", "open"}), (Names{"gate", "md:reach", "md:open"}));
  EXPECT_EQ(needed({"", "stages"}), (Names{}));
}

}  // namespace
}  // namespace smm::assessment
