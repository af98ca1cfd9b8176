// SPDX-License-Identifier: Apache-2.0
#include "app/answering/school_scores.hpp"

#include "report/score_file.hpp"
#include "scoring/score_rows.hpp"

namespace smm::app {
namespace {

// One programme's answers in the order that its scoring asks for.
struct ToScore {
  std::vector<instrument::Answer> answers;
  std::vector<instrument::Route> routes;
};

ToScore to_score(const instrument::Questionnaire& scored, const assessment::PlannedProgramme& asked,
                 const assessment::RoutedProgramme& routed) {
  ToScore sheet;
  for (const auto& item : scored.items) {
    const int at = asked.routes.at[item.position];
    const bool on_sheet = at >= 0;
    sheet.answers.push_back(on_sheet ? routed.answers[static_cast<std::size_t>(at)] : instrument::Answer());
    sheet.routes.push_back(on_sheet ? routed.routes[static_cast<std::size_t>(at)]
                                    : instrument::Route::leaves);
  }
  return sheet;
}

}  // namespace

std::vector<ProgrammeScores> school_scores(const OpenSheet& sheet, const assessment::RoutedSheet& routed) {
  const scoring::ScoringPlan& plan = sheet.edition->plan;
  std::vector<ProgrammeScores> all;
  for (std::size_t p = 0; p < sheet.plan->programmes.size(); ++p) {
    const auto& asked = sheet.plan->programmes[p];
    const std::size_t programme = asked.questionnaire.programme;
    const scoring::ProgrammePlan& planned = plan.programmes[programme];
    const ToScore ready = to_score(planned.questionnaire, asked, routed.programmes[p]);
    all.push_back({programme, scoring::score_sheet(plan, planned, ready.answers, ready.routes)});
  }
  return all;
}

std::string score_file(const OpenSheet& sheet, const std::vector<ProgrammeScores>& scores) {
  using scoring::Level;
  std::string text;
  report::ScoreCsv file(text);
  scoring::ScoreRowOrder order(sheet.edition->plan,
                               {Level::indicator, Level::area, Level::domain, Level::overall});
  for (const ProgrammeScores& each : scores)
    for (const auto& row : order.rows(sheet.school.code, each.programme, each.scores)) file.add(row);
  return text;
}

}  // namespace smm::app
