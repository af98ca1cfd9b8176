// SPDX-License-Identifier: Apache-2.0
// Weights adjusted so that the sample has as much weight in every cell as the population has units there.
//
// Missing values: none; a unit whose cell is not known has to be given a cell of its own, with a total.
//   new weight of unit i in cell c  =  w_i * total of c / sum of w over c
// Source: Holt and Smith (1979), Journal of the Royal Statistical Society A 142:33-46.
//
// A margin gives each unit of the sample its category 0, 1, ... and each category its total (>= 0) in the
// population. A category with a total but no weight in the sample is the problem margin_without_sample: join
// cells first (stats/small_cells.hpp). Categories of total 0 get weight 0. The error of an estimate with
// these weights is in stats/calibrated_estimates.hpp.
// docs/methods/post-stratification.md has the worked example.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/result.hpp"

namespace smm::stats {

struct Margin {
  std::vector<std::size_t> category;  // per unit
  std::vector<double> totals;         // per category
};

// The sum of weights in each category.
std::vector<double> weight_by_category(std::span<const double> weights, const Margin& margin);

base::Result<std::vector<double>> post_stratified(std::span<const double> weights, const Margin& margin);

}  // namespace smm::stats
