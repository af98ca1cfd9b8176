// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/results.hpp"

#include <fmt/core.h>

#include <atomic>
#include <cmath>

#include "exchange/csv.hpp"
#include "outcomes/measure/measure_rows.hpp"
#include "outcomes/registry/worker_threads.hpp"

namespace smm::outcomes::measure {
namespace {

std::vector<ResultRow> rows_of(const MeasureRun& run, const Definition& measure, const Grouping& grouping) {
  switch (measure.scoring) {
    case Scoring::representation:
      return representation_rows(run, measure, grouping);
    case Scoring::difference:
      return difference_rows(run, measure);
    case Scoring::composite:
      return composite_rows(run, measure);
    default:
      return plain_rows(run, measure, grouping);
  }
}

// Means over draws are written with one decimal where they are not whole.
std::string count_text(double count) {
  return count == std::floor(count) ? fmt::format("{:.0f}", count) : fmt::format("{:.1f}", count);
}

std::string rate_text(const std::optional<double>& rate) {
  return rate ? fmt::format("{:.6f}", std::round(*rate * 1e6) / 1e6 + 0.0) : "";
}

std::optional<double> low_of(const std::optional<stats::Interval>& interval) {
  return interval ? std::optional(interval->low) : std::nullopt;
}
std::optional<double> high_of(const std::optional<stats::Interval>& interval) {
  return interval ? std::optional(interval->high) : std::nullopt;
}

}  // namespace

std::vector<ResultRow> run_measures(const MeasureInput& input) {
  const Grouping grouping = group_cohort(input.cohort, input.by);
  const Populations populations(input);
  const MeasureRun run{input, populations};
  std::vector<std::vector<ResultRow>> by_measure(input.measures.size());
  std::atomic<std::size_t> next = 0;
  registry::on_threads(input.threads, [&](unsigned) {
    for (std::size_t i = next++; i < input.measures.size(); i = next++)
      by_measure[i] = rows_of(run, *input.measures[i], grouping);
  });
  std::vector<ResultRow> rows;
  for (auto& some : by_measure) rows.insert(rows.end(), some.begin(), some.end());
  return rows;
}

std::vector<std::size_t> undecided_persons(const MeasureInput& input) {
  const Populations populations(input);
  std::vector<std::size_t> undecided;
  for (const Definition* measure : input.measures) {
    const Population* population = populations.of(*measure);
    undecided.push_back(population == nullptr ? 0 : population->undecided);
  }
  return undecided;
}

std::string cited_by(const Definition& measure, const Catalogue& catalogue, const std::string& snapshots) {
  constexpr std::size_t digits = 12;
  std::string cited = "measure " + measure.sha256.substr(0, digits);
  for (const std::string& name : measure.value_sets)
    if (const ValueSet* set = catalogue.find_value_set(name))
      cited += "; " + name + " " + set->sha256.substr(0, digits);
  return cited + (snapshots.empty() ? "" : "; " + snapshots);
}

std::string results_csv(const std::vector<ResultRow>& rows, const Catalogue& catalogue,
                        const std::string& snapshots) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"measure", "version", "school_id", "programme", "stratum", "n", "numerator", "rate", "low", "high",
           "bound_low", "bound_high", "known", "unknown", "not_linked", "no_npi_expected", "snapshots"});
  for (const ResultRow& row : rows) {
    csv.cell(row.measure->id).cell(row.measure->version).cell(row.school_id).cell(row.programme);
    csv.cell(row.stratum).cell(count_text(row.n));
    csv.cell(row.numerator ? count_text(*row.numerator) : "").cell(rate_text(row.rate));
    csv.cell(rate_text(low_of(row.interval))).cell(rate_text(high_of(row.interval)));
    csv.cell(rate_text(low_of(row.bounds))).cell(rate_text(high_of(row.bounds)));
    csv.cell(count_text(row.known)).cell(count_text(row.unknown)).cell(count_text(row.not_linked));
    csv.cell(count_text(row.no_npi_expected)).cell(cited_by(*row.measure, catalogue, snapshots)).end_row();
  }
  return text;
}

}  // namespace smm::outcomes::measure
