// SPDX-License-Identifier: Apache-2.0
#include "benchmark/standing.hpp"

#include <algorithm>
#include <cmath>

#include "stats/adjusted_p_values.hpp"
#include "stats/interval.hpp"

namespace smm::benchmark {
namespace {

constexpr double similar_from = 0.05;
constexpr int percentile_ranks[] = {10, 25, 50, 75, 90};

// An interval that was cut off at 0 or 100 is whole on its other side.
double error_of(const ComparedRow& row) {
  return std::max(*row.high - *row.mean, *row.mean - *row.low) / stats::normal_quantile(0.95);
}

double p_value(const ComparedRow& row) {
  return std::erfc(std::abs(*row.own - *row.mean) / error_of(row) / std::sqrt(2.0));
}

// Is it certain that own is at least the percentile, or that it is under it?
bool certainly_at_least(double own, const ShownPoints& shown) {
  return shown.side == ShownPoints::Side::over ? false : own >= shown.points;
}

bool certainly_under(double own, const ShownPoints& shown) {
  if (shown.side == ShownPoints::Side::under) return false;
  return shown.side == ShownPoints::Side::over ? own <= shown.points : own < shown.points;
}

}  // namespace

void add_standings(std::vector<ComparedRow*> rows) {
  std::erase_if(rows,
                [](const ComparedRow* row) { return !row->own || !row->mean || !row->low || !row->high; });
  std::vector<double> p_values;
  for (const ComparedRow* row : rows) p_values.push_back(p_value(*row));
  const auto adjusted = stats::adjusted_p_values(p_values, stats::PAdjustment::holm);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (adjusted[i] >= similar_from)
      rows[i]->standing = Standing::similar;
    else
      rows[i]->standing = *rows[i]->own > *rows[i]->mean ? Standing::above : Standing::below;
  }
}

PercentileBand band_of(double own, const Percentiles& percentiles) {
  PercentileBand band;
  for (std::size_t i = 0; i < percentiles.size(); ++i) {
    if (certainly_at_least(own, percentiles[i]))
      band.above = percentile_ranks[i];
    else if (certainly_under(own, percentiles[i]))
      band.below = std::min(band.below, percentile_ranks[i]);
  }
  return band;
}

}  // namespace smm::benchmark
