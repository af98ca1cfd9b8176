// SPDX-License-Identifier: Apache-2.0
// Sheets of the edition that ships: what schools of every kind are handed, and which answers open others.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "assessment/routed_sheet.hpp"
#include "assessment/soft_checks.hpp"
#include "edition_folder.hpp"
#include "instrument/answering_time.hpp"

namespace smm::assessment {
namespace {

using instrument::AnswerState;
using instrument::Route;

const instrument::Edition& shipped() {
  static const auto edition = test::load_folder(test::read_folder("content/instruments/smm-2026"));
  return *edition;
}

SheetPlan plan_for(const std::vector<std::string>& programmes) {
  return plan_sheet(shipped(), programmes).value();
}

SheetAnswer answer_at(const AnswerPlace& place, std::string value) {
  return {place, {AnswerState::answered, std::move(value), ""}, 1, {}, {}};
}

std::set<std::string> items_of(const SheetPlan& plan, std::span<const std::size_t> answers) {
  std::set<std::string> items;
  for (const std::size_t i : answers) items.insert(plan.answers[i].place.item);
  return items;
}

std::size_t places_of_item(const SheetPlan& plan, std::string_view item) {
  return static_cast<std::size_t>(
      std::ranges::count_if(plan.answers, [&](const PlannedAnswer& a) { return a.place.item == item; }));
}

TEST(ShippedSheet, HasEveryQuestionOfAProgramOnce) {
  for (std::size_t programme = 0; programme < shipped().programmes.size(); ++programme) {
    const SheetPlan plan = plan_for({shipped().programmes[programme].id});
    const auto questionnaire = questionnaire_for(shipped(), programme);
    EXPECT_EQ(plan.answers.size(), questionnaire.items.size());
    const auto time = total_time(packet_times(shipped(), questionnaire));
    std::size_t numbers = 0;
    for (const PacketPlan& packet : plan.packets) numbers += packet.numbers.size();
    EXPECT_EQ(numbers, static_cast<std::size_t>(time.numbers)) << shipped().programmes[programme].id;
    EXPECT_LE(plan.packets.size(), 11u);
  }
}

TEST(ShippedSheet, ASchoolOfTwoProgramsAnswersSharedQuestionsOnce) {
  const SheetPlan one = plan_for({"nursing_bsn"});
  const SheetPlan both = plan_for({"nursing_msn", "nursing_bsn"});
  EXPECT_EQ(places_of_item(both, "mission-criteria"), 1u);
  EXPECT_EQ(places_of_item(both, "holistic-review"), 2u);
  EXPECT_EQ(places_of_item(both, "primary-care-practice"), 1u) << "asked of master's programs alone";
  EXPECT_LT(both.answers.size(), 2 * one.answers.size());
  std::set<AnswerPlace> places;
  for (const PlannedAnswer& answer : both.answers) EXPECT_TRUE(places.insert(answer.place).second);
}

TEST(ShippedSheet, FewAnswersMoveOthers) {
  const SheetPlan plan = plan_for({"medicine_md"});
  std::set<std::string> gates;
  for (const PlannedAnswer& answer : plan.answers) {
    if (!answer.hang_on_it.empty()) gates.insert(answer.place.item);
  }
  EXPECT_EQ(gates, (std::set<std::string>{"has-clinical-faculty", "has-research-money", "need-driven-share",
                                          "plan-with-measures", "runs-clinics", "runs-student-clinics",
                                          "service-in-programme", "stages-served"}));
  EXPECT_EQ(items_of(plan, affected_places(plan, {"", "has-research-money"})),
            (std::set<std::string>{"need-driven-share", "partner-in-budget"}));
}

TEST(ShippedSheet, ClosesWhatAGateCloses) {
  const SheetPlan plan = plan_for({"nursing_bsn", "nursing_msn"});
  const std::vector<SheetAnswer> answers{answer_at({"", "runs-clinics"}, "no"),
                                         answer_at({"", "stages-served"}, "none")};
  const RoutedSheet sheet = route_sheet(plan, answers);
  EXPECT_TRUE(sheet.unread.empty());
  EXPECT_EQ(sheet.routes[*plan.find({"", "payer-mix-own-clinics"})], Route::leaves);
  EXPECT_EQ(sheet.routes[*plan.find({"", "link-to-admission"})], Route::closed_at_zero);
  EXPECT_EQ(sheet.routes[*plan.find({"nursing_msn", "partner-role"})], Route::undecided);
}

// The page of soft checks says that wholes are compared by their words: these are the words.
TEST(ShippedSheet, ComparesTheClassWhereQuestionsShareIt) {
  const SheetPlan plan = plan_for({"medicine_md"});
  const std::vector<SheetAnswer> answers{answer_at({"medicine_md", "identifier-at-graduation"}, "118/125"),
                                         answer_at({"medicine_md", "students-reached-share"}, "66/120"),
                                         answer_at({"medicine_md", "student-inquiry-share"}, "18/125"),
                                         answer_at({"medicine_md", "graduating-students"}, "152")};
  std::set<std::pair<SoftCheck, std::string>> found;
  for (const Finding& finding : check_sheet(plan, route_sheet(plan, answers), answers))
    found.emplace(finding.check, finding.places.front().item + " " + finding.places.back().item);
  using Pair = std::pair<SoftCheck, std::string>;
  EXPECT_TRUE(
      found.contains(Pair(SoftCheck::quantity_differs, "students-reached-share identifier-at-graduation")) ||
      found.contains(Pair(SoftCheck::quantity_differs, "identifier-at-graduation students-reached-share")));
  EXPECT_EQ(std::ranges::count(found, SoftCheck::quantity_differs, &Pair::first), 2);
  EXPECT_EQ(std::ranges::count(found, SoftCheck::digits_transposed, &Pair::first), 2) << "152 and 125";
  EXPECT_EQ(found.size(), 4u);
}

}  // namespace
}  // namespace smm::assessment
