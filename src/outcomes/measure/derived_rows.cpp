// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "outcomes/measure/composite.hpp"
#include "outcomes/measure/measure_rows.hpp"
#include "stats/difference_interval.hpp"

namespace smm::outcomes::measure {
namespace {

// A group against the reference group of its school.
ResultRow gap_row(const Definition& measure, const ResultRow& reference, ResultRow row) {
  row.measure = &measure;
  row.numerator = std::nullopt;
  const double least = static_cast<double>(measure.minimum_n);
  if (!row.rate || !reference.rate || row.n < least || reference.n < least) {
    row.rate = std::nullopt;
    row.interval = row.bounds = std::nullopt;
    return row;
  }
  const stats::Interval interval =
      stats::difference_interval({*reference.rate, *reference.interval}, {*row.rate, *row.interval});
  row.rate = *reference.rate - *row.rate;
  row.interval = interval;
  if (row.bounds && reference.bounds)
    row.bounds =
        stats::Interval{reference.bounds->low - row.bounds->high, reference.bounds->high - row.bounds->low};
  return row;
}

// Rows of the parts of a composite, and which schools have all of them.
struct CompositeParts {
  std::vector<std::vector<ResultRow>> rows;  // [part][school]
  std::vector<std::size_t> schools;          // that have a rate in every part

  bool has_all(std::size_t school) const {
    return std::all_of(rows.begin(), rows.end(),
                       [&](const std::vector<ResultRow>& part) { return part[school].rate.has_value(); });
  }
};

CompositeParts composite_parts(const MeasureInput& input, const Definition& measure) {
  const Grouping whole = group_cohort(input.cohort, {});  // one group per school, in their order
  CompositeParts parts;
  for (const std::string& id : measure.parts) {
    const Definition& part = *input.catalogue.find(id);
    parts.rows.push_back(part.of.empty() ? plain_rows(input, part, whole)
                                         : representation_rows(input, part, whole));
  }
  for (std::size_t school = 0; school < input.cohort.schools.size(); ++school)
    if (parts.has_all(school)) parts.schools.push_back(school);
  return parts;
}

SchoolParts rates_of(const CompositeParts& parts) {
  SchoolParts rates;
  for (const std::size_t school : parts.schools) {
    rates.emplace_back();
    for (const auto& rows : parts.rows) rates.back().push_back(*rows[school].rate);
  }
  return rates;
}

// The same with every count drawn anew; a rate changes as its count does.
SchoolParts redrawn_rates(const CompositeParts& parts, base::Random& random) {
  SchoolParts rates = rates_of(parts);
  for (std::size_t i = 0; i < rates.size(); ++i) {
    for (std::size_t part = 0; part < parts.rows.size(); ++part) {
      const ResultRow& row = parts.rows[part][parts.schools[i]];
      if (!row.numerator || *row.numerator <= 0) continue;
      const double share = *row.numerator / row.n;
      const auto count = binomial_count(random, static_cast<std::size_t>(row.n + 0.5), share);
      rates[i][part] *= static_cast<double>(count) / *row.numerator;
    }
  }
  return rates;
}

}  // namespace

// The measure behind, with every rate divided by the share the school is held against.
std::vector<ResultRow> representation_rows(const MeasureInput& input, const Definition& measure,
                                           const Grouping& grouping) {
  std::vector<ResultRow> rows = plain_rows(input, *input.catalogue.find(measure.of), grouping);
  for (ResultRow& row : rows) {
    row.measure = &measure;
    const auto percent = input.schools.empty() || input.shares == nullptr
                             ? std::nullopt
                             : share_by_control(*input.shares, input.schools[row.school]);
    const bool enough = row.n >= static_cast<double>(measure.minimum_n);
    if (!percent || !row.rate || !enough) {
      row.rate = row.numerator = std::nullopt;
      row.interval = row.bounds = std::nullopt;
      continue;
    }
    const double share = *percent / 100;
    row.rate = *row.rate / share;
    row.interval = stats::Interval{row.interval->low / share, row.interval->high / share};
    if (row.bounds) row.bounds = stats::Interval{row.bounds->low / share, row.bounds->high / share};
  }
  return rows;
}

std::vector<ResultRow> difference_rows(const MeasureInput& input, const Definition& measure) {
  std::vector<std::string> columns;
  for (const ComparedGroups& compared : measure.groups) columns.emplace_back(name_of(compared.fact).name);
  const auto plain =
      plain_rows(input, *input.catalogue.find(measure.of), group_cohort(input.cohort, columns));
  std::map<std::pair<std::size_t, std::string>, const ResultRow*> references;
  for (const ResultRow& row : plain) references.emplace(std::pair(row.school, row.stratum), &row);
  std::vector<ResultRow> rows;
  for (const ResultRow& row : plain) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string reference = columns[i] + "=" + measure.groups[i].reference;
      if (!row.stratum.starts_with(columns[i] + "=") || row.stratum == reference ||
          row.stratum.ends_with("=unknown"))
        continue;
      const auto found = references.find({row.school, reference});
      if (found != references.end()) rows.push_back(gap_row(measure, *found->second, row));
    }
  }
  return rows;
}

std::vector<ResultRow> composite_rows(const MeasureInput& input, const Definition& measure) {
  const CompositeParts parts = composite_parts(input, measure);
  auto scores = composite_scores(rates_of(parts), stats::SpreadDivisor::n);
  if (scores)
    add_bands(*scores, stats::SpreadDivisor::n, input.seed,
              [&](base::Random& random) { return redrawn_rates(parts, random); });
  std::vector<ResultRow> rows;
  for (const ResultRow& first : parts.rows.front()) {
    ResultRow row = first;
    row.measure = &measure;
    row.rate = row.numerator = std::nullopt;
    row.interval = row.bounds = std::nullopt;
    const auto taken = std::find(parts.schools.begin(), parts.schools.end(), first.school);
    if (scores && taken != parts.schools.end()) {
      const CompositeScore& score = (*scores)[static_cast<std::size_t>(taken - parts.schools.begin())];
      row.rate = score.composite;
      row.interval = score.band;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace smm::outcomes::measure
