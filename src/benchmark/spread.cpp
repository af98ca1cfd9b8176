// SPDX-License-Identifier: Apache-2.0
#include "benchmark/spread.hpp"

#include <cmath>

#include "benchmark/norms.hpp"
#include "stats/harrell_davis.hpp"

namespace smm::benchmark {
namespace {

constexpr double shown_shares[] = {.10, .25, .50, .75, .90};

ShownPoints shown_percentile(double value, bool masked) {
  if (masked && value < least_percentile) return {ShownPoints::Side::under, least_percentile};
  if (masked && value > most_percentile) return {ShownPoints::Side::over, most_percentile};
  return {ShownPoints::Side::at, static_cast<int>(std::lround(value))};
}

ShownPoints shown_sd(const std::vector<double>& values, bool masked) {
  double sum = 0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double sd = std::sqrt(squares / static_cast<double>(values.size() - 1));
  if (masked && sd < least_sd) return {ShownPoints::Side::under, least_sd};
  return {ShownPoints::Side::at, static_cast<int>(std::lround(sd))};
}

class SpreadRows {
 public:
  SpreadRows(const std::string& group, const Clauses& clauses) : group_(group), clauses_(clauses) {}

  void add(NormLevel level, const std::string& id, const std::vector<double>& values) {
    const std::size_t least = clauses_.thirty_for_spread ? least_for_spread : 2;
    if (values.size() < least) return;
    SpreadRow& row = rows_.emplace_back();
    row.group = group_;
    row.level = level;
    row.id = id;
    row.sd = shown_sd(values, clauses_.masked_ends);
    for (std::size_t i = 0; i < std::size(shown_shares); ++i)
      row.percentiles[i] =
          shown_percentile(stats::harrell_davis(values, shown_shares[i]), clauses_.masked_ends);
  }

  std::vector<SpreadRow> take() { return std::move(rows_); }

 private:
  const std::string& group_;
  const Clauses& clauses_;
  std::vector<SpreadRow> rows_;
};

// Of the units that are scored in all the areas, the mean over them.
std::vector<double> values_in(const std::vector<AreaOfUnits>& values, const std::vector<std::size_t>& areas,
                              const std::vector<std::size_t>& units) {
  std::vector<double> means;
  for (const std::size_t unit : units) {
    std::int64_t sum = 0;
    bool all = !areas.empty();
    for (const std::size_t area : areas) {
      const UnitValue& value = values[area].score[unit];
      all = all && value.has_value();
      sum += value.value_or(0);
    }
    if (all) means.push_back(points(sum) / static_cast<double>(areas.size()));
  }
  return means;
}

}  // namespace

std::vector<SpreadRow> spread_of(const std::vector<AreaOfUnits>& values, const SpreadGroup& group,
                                 const Outline& outline, const Clauses& clauses) {
  SpreadRows rows(group.name, clauses);
  for (std::size_t area = 0; area < outline.areas.size(); ++area)
    rows.add(NormLevel::area, outline.areas[area], values_in(values, {area}, group.units));
  for (const OutlineDomain& domain : outline.domains)
    rows.add(NormLevel::domain, domain.id, values_in(values, domain.areas, group.units));
  return rows.take();
}

}  // namespace smm::benchmark
