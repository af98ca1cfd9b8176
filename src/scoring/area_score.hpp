// SPDX-License-Identifier: Apache-2.0
// The score of one area, from the points of its indicators (docs/methods/area-score.md).
//
//   score = 100 * sum(w earned) / sum(w attainable)   over indicators that were answered
//   lower = 100 * sum(w earned) / sum(w attainable)   over all that apply (missing as zero)
//   upper = lower with the missing ones earning all their points (missing as full)
//
//   not_applicable  nothing applies
//   too_few         under 70 % of the attainable points were answered
//   thin            the attainable points are under 50 % of the programme's full points, or fewer than two
//                   indicators were answered
//   scored          otherwise
#pragma once

#include <span>

#include "scoring/indicator_score.hpp"
#include "scoring/score.hpp"

namespace smm::scoring {

inline constexpr double least_answered_share = 0.70;
inline constexpr double least_attainable_share = 0.50;
inline constexpr int least_answered_indicators = 2;

struct WeightedPoints {
  IndicatorPoints points;
  double weight = 1;
};

// `full_points`: weighted full points of the area's indicators for the programme.
Score area_score(std::span<const WeightedPoints> indicators, double full_points);

}  // namespace smm::scoring
