// SPDX-License-Identifier: Apache-2.0
#include "scoring/area_score.hpp"

namespace smm::scoring {
namespace {

// A share that meets its threshold on paper must not miss it by rounding.
constexpr double share_tolerance = 1e-12;

struct Sums {
  double earned = 0;
  double answered = 0;
  double attainable = 0;
  int answered_indicators = 0;
};

Sums add_up(std::span<const WeightedPoints> indicators) {
  Sums sums;
  for (const WeightedPoints& indicator : indicators) {
    const IndicatorPoints& points = indicator.points;
    sums.attainable += indicator.weight * points.attainable;
    if (points.attainable <= 0 || !points.answered) continue;
    sums.earned += indicator.weight * points.earned;
    sums.answered += indicator.weight * points.attainable;
    ++sums.answered_indicators;
  }
  return sums;
}

ScoreState area_state(const Sums& sums, double full_points) {
  if (sums.attainable <= 0) return ScoreState::not_applicable;
  if (sums.answered <= 0 || sums.answered / sums.attainable < least_answered_share - share_tolerance)
    return ScoreState::too_few;
  const bool enough = sums.attainable / full_points >= least_attainable_share - share_tolerance;
  return enough && sums.answered_indicators >= least_answered_indicators ? ScoreState::scored
                                                                         : ScoreState::thin;
}

}  // namespace

Score area_score(std::span<const WeightedPoints> indicators, double full_points) {
  const Sums sums = add_up(indicators);
  Score score;
  score.state = area_state(sums, full_points);
  score.answered_points = sums.answered;
  score.attainable_points = sums.attainable;
  if (sums.attainable <= 0) return score;
  score.lower = 100 * sums.earned / sums.attainable;
  score.upper = 100 * (sums.earned + (sums.attainable - sums.answered)) / sums.attainable;
  if (score.state == ScoreState::scored) score.score = 100 * sums.earned / sums.answered;
  return score;
}

}  // namespace smm::scoring
