// SPDX-License-Identifier: Apache-2.0
// Where a school stands: above, similar to or below the profession's mean, and in which band of the released
// percentiles. docs/methods/comparison.md.
//
// Standing: two-sided p of (own - mean) / SE, SE from the released interval; Holm over all figures that are
// asked about at once; similar at an adjusted p of 5 % and more. Internal to benchmark.
#pragma once

#include "benchmark/comparison.hpp"

namespace smm::benchmark {

// Fills `standing` of the rows that have an own value and an interval, as one family.
void add_standings(std::vector<ComparedRow*> rows);

PercentileBand band_of(double own, const Percentiles& percentiles);

}  // namespace smm::benchmark
