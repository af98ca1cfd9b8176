// SPDX-License-Identifier: Apache-2.0
// Scores above the area (docs/methods/domain-score.md).
//
// Domain: the weighted mean of its scored areas. `scored` when these hold at least half of the weight of all
// its areas, `not_applicable` when every area is, else `too_few`.
// Overall: the plain mean of scored areas (not of domains). `scored` when at least two thirds of all areas
// are, `not_applicable` when every area is, else `too_few`.
//
// Bounds: a scored area enters with its own bounds; an area with too few answers is missing as a whole and
// enters as 0 in `lower` and as 100 in `upper`; areas that are thin or not applicable are left out. So
// lower <= score <= upper also where a missing area would have pulled the mean past the score.
#pragma once

#include <span>

#include "scoring/score.hpp"

namespace smm::scoring {

struct WeightedScore {
  Score score;
  double weight = 1;
};

Score domain_score(std::span<const WeightedScore> areas);
Score overall_score(std::span<const WeightedScore> areas);  // weights are ignored

}  // namespace smm::scoring
