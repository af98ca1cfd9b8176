// SPDX-License-Identifier: Apache-2.0
// How far several people's (or groups') shares lie apart, thing by thing.
//
//   sd_i    = square root of ( sum over rows of (p_ri - mean_i)^2 / (rows - 1) )
//   range_i = largest p_ri - smallest p_ri
//
// Rows are shares that sum to 1 (stats/proportions.hpp), equally long; results are in the same unit and in
// the order of the things. With fewer than two rows there is no spread, and none is returned. A plain
// description: no model, no test, no weighting of rows. docs/methods/weight-spread.md has the example.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace smm::stats {

struct Spread {
  std::vector<double> sd;
  std::vector<double> range;
};

std::optional<Spread> spread(std::span<const std::vector<double>> rows);

}  // namespace smm::stats
