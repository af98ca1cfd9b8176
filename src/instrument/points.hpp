// SPDX-License-Identifier: Apache-2.0
// Points of one answered item: what it earned and what it could have earned.
//
// One rule per family of types, each with a page and a worked example in docs/methods:
//   choice_points   yes/no, one of, phase: the points of the chosen option; attainable is the best option
//                   that is permitted
//   any_of_points   steps on the number of options chosen; attainable is the hardest step that the permitted
//                   options can reach
//   grid_points     steps on the percent of permitted cells that are ticked
//   number_points   steps on a count, percent, ratio, amount, or on two percents compared
//
// An option that `leaves`, a choice without any permitted way to a point, and a ratio to a comparator of zero
// take the item out of the denominator: `attainable` is then 0.
#pragma once

#include "instrument/answer.hpp"
#include "instrument/item.hpp"

namespace smm::instrument {

struct ItemPoints {
  double earned = 0;
  double attainable = 0;
};

// `answer.state` must be `answered`. `years` are the columns of the programme's year grids.
ItemPoints points_for(const Item& item, int years, const Answer& answer);

ItemPoints choice_points(const Item& item, const Choice& choice);
ItemPoints any_of_points(const Item& item, const Choice& choice);
ItemPoints grid_points(const Item& item, int years, const Choice& choice);
ItemPoints number_points(const Item& item, double value, double comparator);

// The value that steps are read at: the number itself, or for two shares their difference or ratio.
// Not finite when a ratio's comparator is zero.
double step_value(const Item& item, double value, double comparator);

// Points of the hardest step that `value` meets, 0 below the first. Thresholds are met within 1e-9, so that
// 100 * 1/3 - 100 * 1/3 meets 0.
double step_points(const Item& item, double value);

// The answer that earns least: "no", the option without points, nothing chosen, the far end of a number.
// What a scored item counts as in routing when it was itself closed by a scored item.
Answer weakest_answer(const Item& item);

}  // namespace smm::instrument
