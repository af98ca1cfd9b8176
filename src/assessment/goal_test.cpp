// SPDX-License-Identifier: Apache-2.0
#include "assessment/goal.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/sample_sheet_test.hpp"

namespace smm::assessment {
namespace {

using enum GoalState;

constexpr std::chrono::year_month_day day_of_test{std::chrono::year(2026), std::chrono::November,
                                                  std::chrono::day(22)};

Goal a_goal() {
  return {.text = "Write the mission down", .owner = "Associate dean"};
}

// "field code" of each.
std::vector<std::string> wrong_with(const Goal& goal) {
  std::vector<std::string> all;
  for (const auto& problem : refusals(goal, sample::small_edition(), day_of_test))
    all.push_back(problem.place.source + " " + std::string(problem.code));
  return all;
}

using Wrong = std::vector<std::string>;

TEST(Goals, AskForNothingButASentence) {
  EXPECT_EQ(wrong_with(a_goal()), Wrong{});
  EXPECT_EQ(wrong_with({.text = " \n"}), Wrong{"text goal_text_missing"});
}

TEST(Goals, AreShort) {
  Goal goal = a_goal();
  goal.text = std::string(600, 'a');
  goal.owner = std::string(201, 'a');
  EXPECT_EQ(wrong_with(goal), Wrong{"owner goal_text_too_long"});
  goal.owner.clear();
  goal.measure = std::string(601, 'a');
  goal.result = std::string("\xff");
  EXPECT_EQ(wrong_with(goal), (Wrong{"measure goal_text_too_long", "result goal_text_too_long"}));
}

TEST(Goals, NameAreasOfTheEdition) {
  Goal goal = a_goal();
  for (const auto& section : sample::small_edition().sections) {
    goal.area = section.id;
    EXPECT_EQ(wrong_with(goal).empty(), section.kind == instrument::SectionKind::area) << section.id;
  }
  goal.area = "nowhere";
  EXPECT_EQ(wrong_with(goal), Wrong{"area goal_area_unknown"});
}

TEST(Goals, TellTheirResultWhenTheyAreOver) {
  for (const GoalState state : {done, dropped}) {
    Goal goal = a_goal();
    goal.state = state;
    EXPECT_EQ(wrong_with(goal), (Wrong{"result goal_result_missing", "ended goal_result_missing"}));
    goal.result = "It stands on the site.";
    goal.ended = day_of_test;
    EXPECT_EQ(wrong_with(goal), Wrong{});
    goal.ended = std::chrono::sys_days(day_of_test) + std::chrono::days(1);
    EXPECT_EQ(wrong_with(goal), Wrong{"ended goal_result_missing"});
  }
}

TEST(Goals, GoForwardAndMayBeTakenUpAgain) {
  const std::vector<std::pair<GoalState, GoalState>> refused = {
      {under_way, planned}, {done, planned}, {dropped, planned}, {done, dropped}, {dropped, done}};
  for (const GoalState from : goal_states)
    for (const GoalState to : goal_states) {
      const bool no = std::ranges::find(refused, std::pair(from, to)) != refused.end();
      EXPECT_EQ(refusal_of_step(from, to).has_value(), no) << to_string(from) << " " << to_string(to);
    }
}

TEST(Goals, HaveStatesWithNames) {
  for (const GoalState state : goal_states) EXPECT_EQ(goal_state(to_string(state)), state);
  EXPECT_EQ(goal_state("finished"), std::nullopt);
}

}  // namespace
}  // namespace smm::assessment
