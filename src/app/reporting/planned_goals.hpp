// SPDX-License-Identifier: Apache-2.0
// Goals of an action plan as a report tells about them: those made on its round, and of earlier ones whatever
// was still open, or ended since the round before was frozen; with what they aim at in words, and whether the
// answers attested in this round reach it.
#pragma once

#include <string>
#include <vector>

#include "app/reporting/action_plan.hpp"
#include "app/reporting/report_library.hpp"
#include "app/reporting/school_reports.hpp"
#include "report/goal_aim.hpp"

namespace smm::app {

// In the words of the edition in which the goal was made; nothing where it aims at no answer.
std::optional<report::AimInWords> aim_in_words(const ShelvedEdition& edition,
                                               const std::vector<std::string>& programmes,
                                               const assessment::Goal& goal, const render::Texts& texts);

struct PlanForReport {
  const RoundReports& reports;
  const std::vector<std::string>& programmes;   // of the school
  const std::vector<report::OwnSheet>& sheets;  // as attested in the report's round
  const std::vector<StandingGoal>& goals;
};

// Earlier goals first, each in the order in which they were made.
std::vector<report::PlannedGoal> planned_goals(const PlanForReport& plan, ReportLibrary& library,
                                               const render::Texts& texts);

}  // namespace smm::app
