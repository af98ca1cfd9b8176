// SPDX-License-Identifier: Apache-2.0
#include "scoring/domain_score.hpp"

#include <algorithm>
#include <vector>

namespace smm::scoring {
namespace {

constexpr double share_tolerance_of_weight = 1e-12;

struct AreaSums {
  double weight = 0;          // of all areas
  double scored_weight = 0;   // of scored areas
  double missing_weight = 0;  // of areas with too few answers
  double score = 0;
  double lower = 0;
  double upper = 0;
  double answered_points = 0;
  double attainable_points = 0;
  bool any_applicable = false;
};

AreaSums add_up_areas(std::span<const WeightedScore> areas) {
  AreaSums sums;
  for (const auto& [area, weight] : areas) {
    sums.weight += weight;
    sums.answered_points += area.answered_points;
    sums.attainable_points += area.attainable_points;
    sums.any_applicable = sums.any_applicable || area.state != ScoreState::not_applicable;
    if (area.state == ScoreState::too_few) sums.missing_weight += weight;
    if (area.state != ScoreState::scored) continue;
    sums.scored_weight += weight;
    sums.score += weight * area.score;
    sums.lower += weight * area.lower;
    sums.upper += weight * area.upper;
  }
  return sums;
}

Score combine(std::span<const WeightedScore> areas, double least_share) {
  const AreaSums sums = add_up_areas(areas);
  Score score;
  if (!sums.any_applicable) return score;
  const double share = sums.weight > 0 ? sums.scored_weight / sums.weight : 0;
  const bool enough = sums.scored_weight > 0 && share >= least_share - share_tolerance_of_weight;
  score.state = enough ? ScoreState::scored : ScoreState::too_few;
  score.answered_points = sums.answered_points;
  score.attainable_points = sums.attainable_points;
  const double bounded = sums.scored_weight + sums.missing_weight;
  score.lower = bounded > 0 ? sums.lower / bounded : 0;
  score.upper = bounded > 0 ? (sums.upper + 100 * sums.missing_weight) / bounded : 100;
  if (enough) score.score = sums.score / sums.scored_weight;
  return score;
}

}  // namespace

Score domain_score(std::span<const WeightedScore> areas) {
  return combine(areas, 0.5);
}

Score overall_score(std::span<const WeightedScore> areas) {
  std::vector<WeightedScore> plain(areas.begin(), areas.end());
  for (WeightedScore& area : plain) area.weight = 1;
  return combine(plain, 2.0 / 3.0);
}

}  // namespace smm::scoring
