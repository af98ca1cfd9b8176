// SPDX-License-Identifier: Apache-2.0
// Rows of results by kind of scoring. Internal to results.cpp.
#pragma once

#include "outcomes/measure/population.hpp"
#include "outcomes/measure/results.hpp"

namespace smm::outcomes::measure {

struct MeasureRun {
  const MeasureInput& input;
  const Populations& populations;
};

// A measure that is made from persons: proportion, ratio of sums, median, follow-up.
std::vector<ResultRow> plain_rows(const MeasureRun& run, const Definition& measure, const Grouping& grouping);

// Those made from the rows of others.
std::vector<ResultRow> representation_rows(const MeasureRun& run, const Definition& measure,
                                           const Grouping& grouping);
std::vector<ResultRow> difference_rows(const MeasureRun& run, const Definition& measure);
std::vector<ResultRow> composite_rows(const MeasureRun& run, const Definition& measure);

}  // namespace smm::outcomes::measure
