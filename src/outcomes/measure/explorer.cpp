// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/explorer.hpp"

#include <algorithm>
#include <cmath>

#include "base/document_reader.hpp"
#include "outcomes/measure/problems.hpp"
#include "stats/standard_scores.hpp"

namespace smm::outcomes::measure {
namespace {

constexpr double half_width = 1.96;

std::optional<std::size_t> position_of(const std::vector<std::string>& texts, const std::string& text) {
  const auto found = std::find(texts.begin(), texts.end(), text);
  if (found == texts.end()) return std::nullopt;
  return static_cast<std::size_t>(found - texts.begin());
}

class ResultsReader {
 public:
  ResultsReader(const base::Table& table, const Catalogue& catalogue)
      : table_(table), catalogue_(catalogue) {}

  base::Result<ExploredResults> read() {
    for (const char* column : {"measure", "school_id", "programme", "stratum", "rate", "low", "high"})
      if (!table_.column(column))
        problems_.emplace_back(problem::cohort_bad_value,
                               std::string("the file has no column ") + column + ": it is no file of results",
                               base::Place{table_.source, 1, 0});
    if (!problems_.empty()) return problems_;
    for (const base::TableRow& row : table_.rows) take(row);
    if (results_.measures.empty() && problems_.empty())
      problems_.emplace_back(problem::cohort_empty, "the file has no number of a public outcome measure",
                             base::Place{table_.source, 0, 0});
    if (!problems_.empty()) return problems_;
    for (ExploredMeasure& measure : results_.measures) measure.rates.resize(results_.schools.size());
    return results_;
  }

 private:
  const std::string& cell(const base::TableRow& row, const char* column) const {
    return row.cells[*table_.column(column)];
  }

  void take(const base::TableRow& row) {
    if (!cell(row, "programme").empty() || !cell(row, "stratum").empty()) return;
    const Definition* definition = catalogue_.find(cell(row, "measure"));
    if (definition == nullptr) {
      problems_.emplace_back(problem::measure_not_found,
                             "there is no measure \"" + cell(row, "measure") + "\"", table_.place(row));
      return;
    }
    if (!definition->is_public_outcome) return;
    const std::size_t school = school_number(cell(row, "school_id"));
    const auto rate = base::parse_decimal(cell(row, "rate")), low = base::parse_decimal(cell(row, "low")),
               high = base::parse_decimal(cell(row, "high"));
    if (!rate || !low || !high) return;
    ExploredMeasure& measure = measure_of(definition);
    if (measure.rates.size() <= school) measure.rates.resize(school + 1);
    measure.rates[school] = ExploredRate{*rate, {*low, *high}};
  }

  std::size_t school_number(const std::string& id) {
    if (const auto found = position_of(results_.schools, id)) return *found;
    results_.schools.push_back(id);
    return results_.schools.size() - 1;
  }

  ExploredMeasure& measure_of(const Definition* definition) {
    for (ExploredMeasure& measure : results_.measures)
      if (measure.definition == definition) return measure;
    results_.measures.push_back({definition, {}});
    return results_.measures.back();
  }

  const base::Table& table_;
  const Catalogue& catalogue_;
  ExploredResults results_;
  base::Problems problems_;
};

const ExploredMeasure* measure_named(const ExploredResults& results, const std::string& id) {
  for (const ExploredMeasure& measure : results.measures)
    if (measure.definition->id == id) return &measure;
  return nullptr;
}

// More is better.
double directed(const Definition& definition, double rate) {
  if (definition.improvement == Improvement::decrease) return -rate;
  return definition.improvement == Improvement::toward_one ? -std::abs(rate - 1) : rate;
}

// One chosen measure over the schools that have all of them.
struct Part {
  double weight = 0;
  std::vector<double> z;
  std::vector<double> errors;
};

std::optional<Part> part_of(const ExploredMeasure& measure, double weight,
                            const std::vector<std::size_t>& schools) {
  std::vector<double> values;
  for (const std::size_t school : schools)
    values.push_back(directed(*measure.definition, measure.rates[school]->rate));
  const auto z = stats::z_scores(values, stats::SpreadDivisor::n);
  if (!z) return std::nullopt;
  double mean = 0, squares = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double sd = std::sqrt(squares / static_cast<double>(values.size()));
  Part part{weight, *z, {}};
  for (const std::size_t school : schools) {
    const stats::Interval& interval = measure.rates[school]->interval;
    part.errors.push_back((interval.high - interval.low) / (2 * half_width) / sd);
  }
  return part;
}

std::vector<Position> scored(const std::vector<Part>& parts, std::size_t schools) {
  double weights = 0;
  for (const Part& part : parts) weights += part.weight;
  std::vector<Position> found(schools);
  for (std::size_t i = 0; i < schools; ++i) {
    double variance = 0;
    for (const Part& part : parts) {
      found[i].score += part.weight * part.z[i] / weights;
      variance += std::pow(part.weight * part.errors[i] / weights, 2);
    }
    const double half = half_width * std::sqrt(variance);
    found[i].band = {found[i].score - half, found[i].score + half};
  }
  return found;
}

void set_places(std::vector<Position>& found) {
  for (Position& own : found) {
    own.best = 1;
    own.worst = found.size();
    for (const Position& other : found) {
      own.best += other.band.low > own.band.high;
      own.worst -= other.band.high < own.band.low;
    }
  }
}

}  // namespace

base::Result<ExploredResults> read_explored(const base::Table& results, const Catalogue& catalogue) {
  return ResultsReader(results, catalogue).read();
}

base::Result<Weights> read_weights(const std::vector<std::string>& texts, const ExploredResults& results) {
  base::Problems problems;
  Weights weights;
  double sum = 0;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    const std::string id = text.substr(0, equals);
    const auto weight =
        equals == std::string::npos ? std::nullopt : base::parse_decimal(text.substr(equals + 1));
    const ExploredMeasure* measure = measure_named(results, id);
    if (!weight || *weight < 0 || *weight > 1000)
      problems.emplace_back(problem::weight_bad_value, "\"" + text + "\" is no weight such as SM-018=2");
    else if (measure == nullptr || measure->definition->improvement == Improvement::none)
      problems.emplace_back(problem::weight_bad_value,
                            id + " is no public outcome measure with a direction that has numbers here");
    else if (!weights.emplace(id, *weight).second)
      problems.emplace_back(problem::weight_bad_value, id + " has two weights");
    sum += weight.value_or(0);
  }
  if (problems.empty() && sum <= 0)
    problems.emplace_back(problem::weight_bad_value, "at least one weight must be above 0");
  if (!problems.empty()) return problems;
  std::erase_if(weights, [](const auto& weight) { return weight.second == 0; });
  return weights;
}

base::Result<std::vector<std::optional<Position>>> positions(const ExploredResults& results,
                                                             const Weights& weights) {
  std::vector<std::size_t> schools;
  for (std::size_t school = 0; school < results.schools.size(); ++school)
    if (std::all_of(weights.begin(), weights.end(), [&](const auto& weight) {
          return measure_named(results, weight.first)->rates[school].has_value();
        }))
      schools.push_back(school);
  std::vector<Part> parts;
  bool differ = schools.size() >= 3;
  for (const auto& [id, weight] : weights) {
    auto part = differ ? part_of(*measure_named(results, id), weight, schools) : std::nullopt;
    differ &= part.has_value();
    if (part) parts.push_back(*std::move(part));
  }
  if (!differ)
    return base::Problem(
        problem::school_too_few,
        "weighing needs three schools or more that have every chosen measure and differ in it");
  std::vector<Position> found = scored(parts, schools.size());
  set_places(found);
  std::vector<std::optional<Position>> all(results.schools.size());
  for (std::size_t i = 0; i < schools.size(); ++i) all[schools[i]] = found[i];
  return all;
}

}  // namespace smm::outcomes::measure
