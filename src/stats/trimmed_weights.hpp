// SPDX-License-Identifier: Apache-2.0
// Weights with the largest cut off and what was cut given to the others, so that a few units do not carry an
// estimate.
//
// Missing values: none.
//   limit = `times` times the mean weight of the units that weigh more than 0
// Weights above the limit become the limit; the other weights grow by one common factor so that the total
// stays; this is repeated until none is above. The order of weights is kept, and so are the ratios of those
// below the limit; total and mean, and so the limit, stay.
// Source: Potter (1990), Proceedings of the Survey Research Methods Section, American Statistical
// Association, 225-230 (weights cut off and redistributed). R's survey package adds equal amounts instead.
//
// Needs weights >= 0, not all 0, and times > 1 (so that the total always fits). Trades bias for variance, and
// margins met before are met only nearly after: rake again and look. docs/methods/trimmed-weights.md has the
// worked example.
#pragma once

#include <span>
#include <vector>

namespace smm::stats {

std::vector<double> trimmed_weights(std::span<const double> weights, double times);

}  // namespace smm::stats
