// SPDX-License-Identifier: Apache-2.0
#include "assessment/goal.hpp"

#include <algorithm>

#include "assessment/plain_words.hpp"
#include "assessment/problems.hpp"

namespace smm::assessment {
namespace {

using instrument::Edition;
using instrument::SectionKind;

constexpr std::size_t most_of_a_name = 200;
constexpr std::size_t most_of_a_sentence = 600;

base::Place field(const char* name) {
  return {name, 0, 0};
}

void check_length(const std::string& text, std::size_t most, const char* name, base::Problems& problems) {
  if (is_plain_within(text, most)) return;
  problems.emplace_back(problem::goal_text_too_long,
                        "Write at most " + std::to_string(most) + " characters, without control characters",
                        field(name));
}

bool is_area(const Edition& edition, const std::string& id) {
  const auto section = edition.section(id);
  return section && edition.sections[*section].kind == SectionKind::area;
}

void check_end(const Goal& goal, std::chrono::year_month_day today, base::Problems& problems) {
  if (!is_over(goal.state)) return;
  if (is_blank(goal.result))
    problems.emplace_back(problem::goal_result_missing, "Say in a sentence what came of it", field("result"));
  if (!goal.ended)
    problems.emplace_back(problem::goal_result_missing, "Give the day on which it ended", field("ended"));
  else if (*goal.ended > today)
    problems.emplace_back(problem::goal_result_missing, "The day on which it ended is not there yet",
                          field("ended"));
}

}  // namespace

std::string_view to_string(GoalState state) {
  switch (state) {
    case GoalState::planned:
      return "planned";
    case GoalState::under_way:
      return "under_way";
    case GoalState::done:
      return "done";
    case GoalState::dropped:
      return "dropped";
  }
  return "";
}

std::optional<GoalState> goal_state(std::string_view name) {
  for (const GoalState state : goal_states)
    if (to_string(state) == name) return state;
  return std::nullopt;
}

bool is_over(GoalState state) {
  return state == GoalState::done || state == GoalState::dropped;
}

base::Problems refusals(const Goal& goal, const Edition& edition, std::chrono::year_month_day today) {
  base::Problems problems;
  if (is_blank(goal.text))
    problems.emplace_back(problem::goal_text_missing, "Say in a sentence what is to be done", field("text"));
  check_length(goal.text, most_of_a_sentence, "text", problems);
  check_length(goal.owner, most_of_a_name, "owner", problems);
  check_length(goal.measure, most_of_a_sentence, "measure", problems);
  check_length(goal.result, most_of_a_sentence, "result", problems);
  if (!goal.area.empty() && !is_area(edition, goal.area))
    problems.emplace_back(problem::goal_area_unknown, "Choose one of the areas", field("area"));
  check_end(goal, today, problems);
  return problems;
}

std::optional<base::Problem> refusal_of_step(GoalState from, GoalState to) {
  const bool back = to == GoalState::planned && from != GoalState::planned;
  const bool across = is_over(from) && is_over(to) && from != to;
  if (!back && !across) return std::nullopt;
  return base::Problem(problem::goal_state_not_possible,
                       back ? "A goal that was begun cannot be planned again; take it up as under way"
                            : "Take the goal up again before it ends another way",
                       field("state"));
}

}  // namespace smm::assessment
