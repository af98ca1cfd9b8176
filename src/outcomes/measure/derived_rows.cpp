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

CompositeParts composite_parts(const MeasureRun& run, const Definition& measure) {
  const MeasureInput& input = run.input;
  const Grouping whole = group_cohort(input.cohort, {});  // one group per school, in their order
  CompositeParts parts;
  for (const std::string& id : measure.parts) {
    const Definition& part = *input.catalogue.find(id);
    parts.rows.push_back(part.of.empty() ? plain_rows(run, part, whole)
                                         : representation_rows(run, part, whole));
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

// Draws every count anew; a rate changes as its count does.
class RedrawnRates {
 public:
  explicit RedrawnRates(const CompositeParts& parts) : rates_(rates_of(parts)) {
    for (const std::size_t school : parts.schools) {
      for (const auto& rows : parts.rows) {
        const ResultRow& row = rows[school];
        const double numerator = row.numerator.value_or(0);
        numerators_.push_back(numerator);
        counts_.emplace_back(static_cast<std::size_t>(row.n + 0.5), row.n > 0 ? numerator / row.n : 0);
      }
    }
  }

  SchoolParts draw(base::Random& random) const {
    SchoolParts rates = rates_;
    std::size_t at = 0;
    for (auto& school : rates)
      for (double& rate : school) {
        if (numerators_[at] > 0) rate *= static_cast<double>(counts_[at].draw(random)) / numerators_[at];
        ++at;
      }
    return rates;
  }

 private:
  SchoolParts rates_;
  std::vector<double> numerators_;
  std::vector<BinomialCounts> counts_;
};

}  // namespace

// The measure behind, with every rate divided by the share the school is held against.
std::vector<ResultRow> representation_rows(const MeasureRun& run, const Definition& measure,
                                           const Grouping& grouping) {
  const MeasureInput& input = run.input;
  std::vector<ResultRow> rows = plain_rows(run, *input.catalogue.find(measure.of), grouping);
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

std::vector<ResultRow> difference_rows(const MeasureRun& run, const Definition& measure) {
  const MeasureInput& input = run.input;
  std::vector<std::string> columns;
  for (const ComparedGroups& compared : measure.groups) columns.emplace_back(name_of(compared.fact).name);
  const auto plain = plain_rows(run, *input.catalogue.find(measure.of), group_cohort(input.cohort, columns));
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

std::vector<ResultRow> composite_rows(const MeasureRun& run, const Definition& measure) {
  const MeasureInput& input = run.input;
  const CompositeParts parts = composite_parts(run, measure);
  auto scores = composite_scores(rates_of(parts), stats::SpreadDivisor::n);
  if (scores) {
    const RedrawnRates redrawn(parts);
    add_bands(*scores, stats::SpreadDivisor::n, input.seed,
              [&](base::Random& random) { return redrawn.draw(random); });
  }
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
