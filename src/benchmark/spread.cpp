// SPDX-License-Identifier: Apache-2.0
#include "benchmark/spread.hpp"

#include <algorithm>
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

std::vector<std::size_t> scored_in_all(const std::vector<AreaOfUnits>& values,
                                       const std::vector<std::size_t>& areas,
                                       const std::vector<std::size_t>& units) {
  std::vector<std::size_t> scored;
  for (const std::size_t unit : units)
    if (!areas.empty() &&
        std::ranges::all_of(areas, [&](std::size_t area) { return values[area].score[unit].has_value(); }))
      scored.push_back(unit);
  return scored;
}

double mean_over(const std::vector<AreaOfUnits>& values, const std::vector<std::size_t>& areas,
                 std::size_t unit) {
  std::int64_t sum = 0;
  for (const std::size_t area : areas) sum += *values[area].score[unit];
  return points(sum) / static_cast<double>(areas.size());
}

}  // namespace

std::vector<SpreadRow> spread_of(const std::vector<AreaOfUnits>& values, const SpreadGroup& group,
                                 const Outline& outline, const Clauses& clauses,
                                 const std::vector<JoinedSince>& joined) {
  SpreadRows rows(group.name, clauses);
  const auto add = [&](NormLevel level, const std::string& id, const std::vector<std::size_t>& areas) {
    const auto scored = scored_in_all(values, areas, group.units);
    if (!enough_joined(joined, scored)) return;
    std::vector<double> means;
    for (const std::size_t unit : scored) means.push_back(mean_over(values, areas, unit));
    rows.add(level, id, means);
  };
  for (std::size_t area = 0; area < outline.areas.size(); ++area)
    add(NormLevel::area, outline.areas[area], {area});
  for (const OutlineDomain& domain : outline.domains) add(NormLevel::domain, domain.id, domain.areas);
  return rows.take();
}

}  // namespace smm::benchmark
