// SPDX-License-Identifier: Apache-2.0
#include "scoring/score_sheet.hpp"

#include <algorithm>

#include "scoring/area_score.hpp"
#include "scoring/domain_score.hpp"
#include "scoring/indicator_score.hpp"

namespace smm::scoring {
namespace {

using instrument::Edition;
using instrument::Item;
using instrument::Scored;
using instrument::SectionKind;

// From here on, routing and scoring take an item that is scored on request as scored, or as not.
void settle_optional_items(instrument::Questionnaire& questionnaire,
                           std::span<const std::string> also_score) {
  for (auto& [position, item] : questionnaire.items) {
    if (item.scored != Scored::optional) continue;
    const bool named = std::find(also_score.begin(), also_score.end(), item.id) != also_score.end();
    item.scored = named ? Scored::yes : Scored::no;
  }
}

PlannedArea plan_area(const Edition& edition, std::size_t section, const ProgrammePlan& programme,
                      const WeightSet& weights) {
  PlannedArea area;
  area.section = section;
  area.domain = edition.sections[section].domain;
  area.weight = weights.area[section];
  for (std::size_t i = 0; i < programme.questionnaire.items.size(); ++i) {
    const auto& [position, item] = programme.questionnaire.items[i];
    if (item.section != section || item.scored != Scored::yes) continue;
    area.indicators.push_back(i);
    area.weights.push_back(weights.item[position]);
    area.full_points += weights.item[position] * instrument::full_points(item);
  }
  return area;
}

ProgrammePlan plan_programme(const Edition& edition, std::size_t position, const WeightSet& weights,
                             std::span<const std::string> also_score) {
  ProgrammePlan programme;
  programme.questionnaire = instrument::questionnaire_for(edition, position, true);
  settle_optional_items(programme.questionnaire, also_score);
  programme.routes = instrument::plan_routes(edition, programme.questionnaire);
  for (std::size_t section = 0; section < edition.sections.size(); ++section) {
    if (edition.sections[section].kind != SectionKind::area) continue;
    programme.areas.push_back(plan_area(edition, section, programme, weights));
  }
  return programme;
}

Score score_area(const ProgrammePlan& programme, const PlannedArea& area,
                 std::span<const instrument::Answer> answers, std::span<const instrument::Route> routes,
                 std::vector<Score>& indicators) {
  std::vector<WeightedPoints> points;
  points.reserve(area.indicators.size());
  for (std::size_t i = 0; i < area.indicators.size(); ++i) {
    const std::size_t at = area.indicators[i];
    const Item& item = programme.questionnaire.items[at].item;
    points.push_back(
        {indicator_points(item, programme.questionnaire.years, answers[at], routes[at]), area.weights[i]});
    indicators.push_back(indicator_score(points.back().points, area.weights[i]));
  }
  return area_score(points, area.full_points);
}

std::vector<WeightedScore> areas_of(const ProgrammePlan& programme, const std::vector<Score>& scores,
                                    std::size_t domain) {
  std::vector<WeightedScore> areas;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (programme.areas[i].domain == domain) areas.push_back({scores[i], programme.areas[i].weight});
  }
  return areas;
}

}  // namespace

ScoringPlan plan_scoring(const Edition& edition, const WeightSet& weights,
                         std::span<const std::string> also_score) {
  ScoringPlan plan{&edition, {}};
  for (std::size_t i = 0; i < edition.programmes.size(); ++i) {
    plan.programmes.push_back(plan_programme(edition, i, weights, also_score));
  }
  return plan;
}

SheetScores score_sheet(const ScoringPlan& plan, const ProgrammePlan& programme,
                        std::span<const instrument::Answer> answers,
                        std::span<const instrument::Route> routes) {
  SheetScores scores;
  std::vector<WeightedScore> all_areas;
  for (const PlannedArea& area : programme.areas) {
    scores.areas.push_back(score_area(programme, area, answers, routes, scores.indicators));
    all_areas.push_back({scores.areas.back(), 1});
  }
  for (std::size_t domain = 0; domain < plan.edition->domains.size(); ++domain) {
    scores.domains.push_back(domain_score(areas_of(programme, scores.areas, domain)));
  }
  scores.overall = overall_score(all_areas);
  return scores;
}

}  // namespace smm::scoring
