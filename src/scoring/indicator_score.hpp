// SPDX-License-Identifier: Apache-2.0
// Points of one indicator, given its answer and what routing made of it (docs/methods/denominators.md):
//
//   route           state                              attainable    earned      answered
//   asked           answered                           by its rule   by its rule yes
//   asked           not_collected, a chosen answer     full          0           yes
//   asked           not_collected, a number            full          -           no
//   asked           not_answered, not_known, declined  full          -           no
//   asked           not_applicable, not_permitted      0             -           -
//   closed_at_zero  any                                full          0           yes
//   leaves          any                                0             -           -
//   undecided       any                                full          -           no
//
// score = earned / attainable, from 0 to 1; an unanswered attainable indicator is too_few.
#pragma once

#include "instrument/answer.hpp"
#include "instrument/item.hpp"
#include "instrument/routing.hpp"
#include "scoring/score.hpp"

namespace smm::scoring {

struct IndicatorPoints {
  double earned = 0;
  double attainable = 0;  // 0: out of the denominator
  bool answered = false;
};

IndicatorPoints indicator_points(const instrument::Item& item, int years, const instrument::Answer& answer,
                                 instrument::Route route);

// `weight` multiplies the points that are shown; it does not move the indicator's own score.
Score indicator_score(const IndicatorPoints& points, double weight);

}  // namespace smm::scoring
