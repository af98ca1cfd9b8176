// SPDX-License-Identifier: Apache-2.0
// Weight sets: how much each indicator counts within its area, and each area within its domain.
//
// Weights are data, read from a table `level,id,weight` (level indicator or area). They are relative: within
// a parent they are scaled to a mean of 1, so that a parent's weights times any constant are the same set,
// equal weights are exactly 1, and points keep their size. An indicator's weight multiplies its points; an
// area's weight is its share in the domain's mean. The overall score is a plain mean of areas and knows no
// weights. docs/methods/weight-sets.md has the worked example.
//
// A parent none of whose children is named keeps equal weights. An indicator that is scored only on request
// may be left out of its area; it then counts as the mean, 1.
//
// Problems (all found in one pass, with line): unknown level or id, a blank or bad number, a negative
// weight, the same id twice, a parent named only in part, a parent whose weights are all zero (whose always
// scored ones are, when it has such). Missing or unknown columns are base problems.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"
#include "instrument/edition.hpp"

namespace smm::scoring {

struct WeightSet {
  std::vector<double>
      item;  // by position in Edition::items; multiplies points; mean 1 over an area's indicators
  std::vector<double> area;  // by position in Edition::sections; mean 1 over a domain's areas
};
// Items that are no indicators and sections that are no areas carry 1, which nobody uses.

WeightSet equal_weights(const instrument::Edition& edition);

base::Result<WeightSet> weight_set_from(const base::Table& weights, const instrument::Edition& edition);

}  // namespace smm::scoring
