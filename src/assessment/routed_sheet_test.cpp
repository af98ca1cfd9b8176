// SPDX-License-Identifier: Apache-2.0
#include "assessment/routed_sheet.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "assessment/sample_sheet_test.hpp"

namespace smm::assessment {
namespace {

using instrument::Route;
using sample::said;

struct Routed {
  SheetPlan plan;
  RoutedSheet sheet;

  std::size_t at(const AnswerPlace& place) const { return plan.find(place).value(); }
  Route route(const AnswerPlace& place) const { return sheet.routes[at(place)]; }
};

Routed routed_of(const instrument::Edition& edition, const std::vector<SheetAnswer>& answers) {
  SheetPlan plan = sample::plan_of(edition);
  RoutedSheet sheet = route_sheet(plan, answers);
  return {std::move(plan), std::move(sheet)};
}

TEST(RoutedSheet, AsksEachProgramOnItsOwn) {
  const auto edition = sample::small_edition();
  const auto routed =
      routed_of(edition, {said("gate", "yes"), said("md:reach", "1/20"), said("md:open", "yes")});
  EXPECT_EQ(routed.route({"md", "reach"}), Route::asked);
  EXPECT_EQ(routed.route({"adn", "reach"}), Route::asked);
  EXPECT_EQ(routed.route({"", "depth"}), Route::closed_at_zero) << "5 % is below what opens it";
  EXPECT_EQ(routed_of(edition, {}).route({"", "depth"}), Route::undecided);
  EXPECT_EQ(routed_of(edition, {said("gate", "not_applicable")}).route({"adn", "reach"}), Route::leaves);
}

TEST(RoutedSheet, ASharedPlaceIsAskedWhenAnyProgramIsAskedIt) {
  using namespace instrument::sample;
  const auto edition =
      sample::edition_of({sample::at(yes_no(), "own", "dean", false),
                          asked_if(sample::at(yes_no(), "both", "dean", true), "own == yes")});
  const auto both = [&](const std::string& md, const std::string& adn) {
    return routed_of(edition, {said("md:own", md), said("adn:own", adn)}).route({"", "both"});
  };
  EXPECT_EQ(both("yes", "no"), Route::asked);
  EXPECT_EQ(both("no", "yes"), Route::asked);
  EXPECT_EQ(both("no", "not_known"), Route::undecided);
  EXPECT_EQ(both("no", "not_applicable"), Route::closed_at_zero);
  EXPECT_EQ(both("not_applicable", "not_applicable"), Route::leaves);
}

TEST(RoutedSheet, GivesEachProgramItsAnswersForScoring) {
  const auto edition = sample::small_edition();
  const auto routed = routed_of(edition, {said("gate", "yes"), said("adn:reach", "30")});
  ASSERT_EQ(routed.sheet.programmes.size(), 2u);
  const RoutedProgramme& adn = routed.sheet.programmes[1];
  EXPECT_EQ(adn.answers.size(), routed.plan.programmes[1].questionnaire.items.size());
  EXPECT_EQ(adn.answers[1].value, 30);
  EXPECT_EQ(routed.sheet.programmes[0].answers[1].state, instrument::AnswerState::not_answered);
  EXPECT_EQ(routed.sheet.programmes[0].answers[0].state, instrument::AnswerState::answered) << "shared";
}

TEST(RoutedSheet, ListsWhatCannotBeReadAndTakesItForNotAnswered) {
  const auto edition = sample::small_edition();
  const auto routed = routed_of(edition, {said("stages", "z"), said("gate", "maybe"), said("lost", "yes")});
  ASSERT_EQ(routed.sheet.unread.size(), 2u);
  EXPECT_EQ(routed.plan.answers[routed.sheet.unread[0].answer].place.item, "gate");
  EXPECT_EQ(routed.sheet.unread[0].problem.code, "unknown_option");
  EXPECT_EQ(openness(routed.sheet, routed.at({"", "gate"})), Openness::open);
}

TEST(OpenPlaces, AreThoseOfWhichNothingWasSaid) {
  const auto edition = sample::small_edition();
  const auto routed =
      routed_of(edition, {said("gate", "yes"), said("md:reach", "declined"), said("stages", "not_known")});
  const auto names = sample::names_of(routed.plan, open_places(routed.plan, routed.sheet));
  EXPECT_EQ(names, (std::vector<std::string>{"adn:reach", "depth", "md:open", "md:years", "adn:years",
                                             "md:gap", "adn:gap"}));
  EXPECT_EQ(openness(routed.sheet, routed.at({"", "depth"})), Openness::waiting);
  EXPECT_EQ(openness(routed.sheet, routed.at({"md", "reach"})), Openness::settled);
  const PacketProgress progress = progress_of(routed.plan.packets[0], routed.sheet);
  EXPECT_EQ(progress.asked, 4u);
  EXPECT_EQ(progress.said, 2u);
  EXPECT_EQ(progress.waiting, 1u);
}

TEST(OpenPlaces, LeaveOutWhatIsClosed) {
  const auto edition = sample::small_edition();
  const auto routed = routed_of(edition, {said("gate", "no")});
  EXPECT_TRUE(open_places(routed.plan.packets[0], routed.sheet).empty());
  EXPECT_EQ(progress_of(routed.plan.packets[0], routed.sheet).asked, 1u);
}

// Any answers to the small edition, some places left out.
std::vector<SheetAnswer> any_answers() {
  const std::vector<std::pair<std::string, std::vector<std::string>>> choices = {
      {"gate", {"yes", "no", "not_applicable", "declined"}},
      {"md:reach", {"1/20", "5/20", "not_collected"}},
      {"adn:reach", {"0/20", "20/20"}},
      {"depth", {"40"}},
      {"md:open", {"yes", "no", "not_permitted"}},
      {"stages", {"a;b", "none"}}};
  std::vector<SheetAnswer> answers;
  for (const auto& [place, values] : choices) {
    const std::size_t pick = *rc::gen::inRange<std::size_t>(0, values.size() + 1);
    if (pick < values.size()) answers.push_back(said(place, values[pick]));
  }
  return answers;
}

void put(std::vector<SheetAnswer>& answers, const SheetAnswer& answer) {
  std::erase_if(answers, [&](const SheetAnswer& a) { return a.place == answer.place; });
  answers.push_back(answer);
}

RC_GTEST_PROP(AffectedPlaces, AreAllWhoseRoutesChange, ()) {
  const auto edition = sample::small_edition();
  const SheetPlan plan = sample::plan_of(edition);
  auto answers = any_answers();
  const RoutedSheet before = route_sheet(plan, answers);
  const auto changes = any_answers();
  RC_PRE(!changes.empty());
  const std::size_t changed = *plan.find(changes.front().place);
  put(answers, changes.front());
  const RoutedSheet after = route_sheet(plan, answers);
  const auto& affected = plan.answers[changed].hang_on_it;
  for (std::size_t i = 0; i < plan.answers.size(); ++i) {
    if (before.routes[i] != after.routes[i]) RC_ASSERT(std::ranges::find(affected, i) != affected.end());
  }
}

RC_GTEST_PROP(AffectedRoutes, NeedOnlyTheAnswersTheyHangOn, ()) {
  const auto edition = sample::small_edition();
  const SheetPlan plan = sample::plan_of(edition);
  const auto answers = any_answers();
  const RoutedSheet whole = route_sheet(plan, answers);
  for (std::size_t changed = 0; changed < plan.answers.size(); ++changed) {
    const PlannedAnswer& planned = plan.answers[changed];
    std::vector<SheetAnswer> needed = answers;
    std::erase_if(needed, [&](const SheetAnswer& a) {
      return std::ranges::find(planned.they_hang_on, *plan.find(a.place)) == planned.they_hang_on.end();
    });
    const auto routes = affected_routes(plan, changed, needed);
    for (std::size_t i = 0; i < routes.size(); ++i)
      RC_ASSERT(routes[i] == whole.routes[planned.hang_on_it[i]]);
  }
}

}  // namespace
}  // namespace smm::assessment
