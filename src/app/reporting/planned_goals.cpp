// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/planned_goals.hpp"

#include <algorithm>

namespace smm::app {
namespace {

using assessment::Goal;
using report::PlannedGoal;

report::GoalAim aim_of_goal(const Goal& goal) {
  return {goal.item, goal.programme, goal.option};
}

const ReportedRound* round_with(const RoundReports& reports, const assessment::RoundId& id) {
  if (reports.round.round.id == id) return &reports.round;
  for (const ReportedRound& earlier : reports.earlier)
    if (earlier.round.id == id) return &earlier;
  return nullptr;
}

// What ended before the round before this one was frozen was told about there.
bool is_told_already(const PlanForReport& plan, const StandingGoal& goal) {
  return assessment::is_over(goal.goal.state) && !plan.reports.earlier.empty() &&
         goal.at < plan.reports.earlier.front().frozen_at;
}

std::string reached_word(report::Reached reached) {
  switch (reached) {
    case report::Reached::yes:
      return "yes";
    case report::Reached::no:
      return "no";
    case report::Reached::unknown:
      break;
  }
  return "unknown";
}

PlannedGoal planned_goal(const PlanForReport& plan, const StandingGoal& standing,
                         const ReportedRound& made_on, ReportLibrary& library, const render::Texts& texts) {
  const Goal& goal = standing.goal;
  PlannedGoal planned{made_on.round.title,
                      goal.area,
                      goal.text,
                      goal.owner,
                      day_text(goal.due),
                      goal.measure,
                      std::string(to_string(goal.state)),
                      goal.result,
                      day_text(goal.ended)};
  planned.earlier = made_on.round.id != plan.reports.round.round.id;
  const auto words = aim_in_words(*made_on.edition, plan.programmes, goal, texts);
  if (!words) return planned;
  planned.question = words->question;
  planned.aim = words->answer;
  if (!planned.earlier) return planned;
  const auto& edition = plan.reports.round.edition->edition;
  const auto concordance = library.concordance(made_on.edition->edition, edition);
  planned.reached = reached_word(report::reached(aim_of_goal(goal), concordance.get(), edition, plan.sheets));
  return planned;
}

}  // namespace

std::optional<report::AimInWords> aim_in_words(const ShelvedEdition& edition,
                                               const std::vector<std::string>& programmes, const Goal& goal,
                                               const render::Texts& texts) {
  if (goal.item.empty()) return std::nullopt;
  return report::aim_in_words(edition.plan, programmes, aim_of_goal(goal), texts);
}

std::vector<PlannedGoal> planned_goals(const PlanForReport& plan, ReportLibrary& library,
                                       const render::Texts& texts) {
  std::vector<PlannedGoal> all;
  for (const StandingGoal& goal : plan.goals) {
    const ReportedRound* made_on = round_with(plan.reports, goal.round);
    if (made_on == nullptr || is_told_already(plan, goal)) continue;
    all.push_back(planned_goal(plan, goal, *made_on, library, texts));
  }
  std::ranges::stable_partition(all, &PlannedGoal::earlier);
  return all;
}

}  // namespace smm::app
