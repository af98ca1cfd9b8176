// SPDX-License-Identifier: Apache-2.0
#include "report/own_sheet.hpp"

#include <algorithm>

#include "instrument/routing.hpp"
#include "scoring/domain_score.hpp"

namespace smm::report {
namespace {

using scoring::Score;
using scoring::ScoreState;

instrument::Answer read(const instrument::Item& item, int years, const WrittenAnswer& written) {
  instrument::Answer answer;
  std::optional<base::Problem> problem;
  const instrument::AnswerText text{instrument::to_string(written.state), written.value, written.reason};
  if (!instrument::parse_answer(item, years, text, answer, problem)) return {};
  return answer;
}

Score mean_of(const std::vector<Score>& scores) {
  Score mean;
  double scored = 0;
  for (const Score& score : scores) {
    if (score.state == ScoreState::scored) ++scored;
    if (mean.state == ScoreState::not_applicable) mean = score;
  }
  if (scored == 0) return mean;
  mean = {ScoreState::scored};
  for (const Score& score : scores) {
    if (score.state != ScoreState::scored) continue;
    mean.score += score.score / scored;
    mean.lower += score.lower / scored;
    mean.upper += score.upper / scored;
    mean.answered_points += score.answered_points;
    mean.attainable_points += score.attainable_points;
  }
  return mean;
}

std::vector<Score> scores_of_section(const std::vector<OwnSheet>& sheets, std::size_t section,
                                     double& weight) {
  std::vector<Score> scores;
  for (const OwnSheet& sheet : sheets) {
    const auto& areas = sheet.plan->areas;
    const auto found = std::ranges::find(areas, section, &scoring::PlannedArea::section);
    if (found == areas.end()) continue;
    weight = found->weight;
    scores.push_back(sheet.scores.areas[static_cast<std::size_t>(found - areas.begin())]);
  }
  return scores;
}

}  // namespace

OwnSheet own_sheet(const scoring::ScoringPlan& plan, WrittenSheet written) {
  OwnSheet sheet;
  sheet.programme = written.programme;
  sheet.plan = &plan.programmes[written.programme];
  sheet.written = std::move(written.answers);
  const auto& questionnaire = sheet.plan->questionnaire;
  sheet.written.resize(questionnaire.items.size());
  for (std::size_t i = 0; i < questionnaire.items.size(); ++i)
    sheet.answers.push_back(read(questionnaire.items[i].item, questionnaire.years, sheet.written[i]));
  sheet.routes.resize(sheet.answers.size());
  instrument::route_answers(sheet.plan->routes, questionnaire, sheet.answers, sheet.routes);
  for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
    const auto& item = questionnaire.items[i].item;
    const bool scored = item.scored == instrument::Scored::yes;
    sheet.points.push_back(
        scored ? scoring::indicator_points(item, questionnaire.years, sheet.answers[i], sheet.routes[i])
               : scoring::IndicatorPoints{});
  }
  sheet.scores = scoring::score_sheet(plan, *sheet.plan, sheet.answers, sheet.routes);
  return sheet;
}

OwnScores own_scores(const instrument::Edition& edition, const std::vector<OwnSheet>& sheets) {
  OwnScores own;
  own.areas.resize(edition.sections.size());
  std::vector<scoring::WeightedScore> all;
  for (const instrument::Domain& domain : edition.domains) {
    std::vector<scoring::WeightedScore> areas;
    for (const std::size_t section : domain.areas) {
      double weight = 1;
      const auto scores = scores_of_section(sheets, section, weight);
      if (scores.empty()) continue;
      own.areas[section] = mean_of(scores);
      areas.push_back({own.areas[section], weight});
    }
    own.domains.push_back(scoring::domain_score(areas));
    all.insert(all.end(), areas.begin(), areas.end());
  }
  own.overall = scoring::overall_score(all);
  return own;
}

}  // namespace smm::report
