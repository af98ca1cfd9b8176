// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_programme.hpp"

#include <algorithm>
#include <coin/ClpSimplex.hpp>
#include <limits>

#include "base/assert.hpp"

namespace smm::benchmark {
namespace {

constexpr double most_points = 100;
constexpr double moved_at_all = 1e-7;

// Columns for what is added to and taken from each unit's score, from 0 to what the range leaves.
class MovesProgramme {
 public:
  // `copies`: how many sets of scores are looked for at once.
  MovesProgramme(std::span<const StackRow> rows, const std::vector<double>& scores, std::size_t copies)
      : units_(scores.size()) {
    for (std::size_t copy = 0; copy < copies; ++copy) {
      for (const double score : scores) add_columns(score);
      for (const StackRow& row : rows) add_row(row, scores, copy);
    }
  }

  std::size_t added(std::size_t unit, std::size_t copy) const { return 2 * (copy * units_ + unit); }

  void cost(std::size_t column, double cost) { cost_[column] = cost; }
  void hold(std::size_t unit, std::size_t copy) {
    upper_[added(unit, copy)] = 0;
    upper_[added(unit, copy) + 1] = 0;
  }

  // The first copy's score of the unit is at least `apart` above the second's.
  void part(std::size_t unit, double apart) {
    const int at = static_cast<int>(row_low_.size());
    for (const auto& [column, sign] : {std::pair(added(unit, 0), 1.0), std::pair(added(unit, 1), -1.0)}) {
      element(at, column, sign);
      element(at, column + 1, -sign);
    }
    row_low_.push_back(apart);
    row_high_.push_back(std::numeric_limits<double>::max());
  }

  // The columns' values; nothing when there is no solution.
  std::optional<std::vector<double>> solve() const {
    ClpSimplex simplex;
    simplex.setLogLevel(0);
    const CoinPackedMatrix matrix(false, rows_.data(), columns_.data(), values_.data(),
                                  static_cast<CoinBigIndex>(values_.size()));
    simplex.loadProblem(matrix, lower_.data(), upper_.data(), cost_.data(), row_low_.data(),
                        row_high_.data());
    simplex.dual();
    if (simplex.status() != 0) return std::nullopt;
    const double* solution = simplex.getColSolution();
    return std::vector<double>(solution, solution + cost_.size());
  }

 private:
  void add_columns(double score) {
    for (const double most : {most_points - score, score}) {
      lower_.push_back(0);
      upper_.push_back(std::max(0.0, most));
      cost_.push_back(1);
    }
  }

  void add_row(const StackRow& row, const std::vector<double>& scores, std::size_t copy) {
    const int at = static_cast<int>(row_low_.size());
    double sum = 0;
    for (const std::size_t unit : row.units) {
      sum += scores[unit];
      element(at, added(unit, copy), 1);
      element(at, added(unit, copy) + 1, -1);
    }
    row_low_.push_back(row.low - sum);
    row_high_.push_back(row.high - sum);
  }

  void element(int row, std::size_t column, double value) {
    rows_.push_back(row);
    columns_.push_back(static_cast<int>(column));
    values_.push_back(value);
  }

  std::size_t units_;
  std::vector<int> rows_;
  std::vector<int> columns_;
  std::vector<double> values_;
  std::vector<double> lower_, upper_, cost_;
  std::vector<double> row_low_, row_high_;
};

}  // namespace

std::optional<std::vector<double>> nearest_scores(std::span<const StackRow> rows,
                                                  const std::vector<double>& wanted) {
  const MovesProgramme programme(rows, wanted, 1);
  const auto moves = programme.solve();
  if (!moves) return std::nullopt;
  std::vector<double> scores = wanted;
  for (std::size_t unit = 0; unit < scores.size(); ++unit) {
    const std::size_t column = programme.added(unit, 0);
    scores[unit] = std::clamp(scores[unit] + (*moves)[column] - (*moves)[column + 1], 0.0, most_points);
  }
  return scores;
}

std::optional<std::vector<std::size_t>> units_moved(std::span<const StackRow> rows,
                                                    const std::vector<double>& scores, std::size_t unit,
                                                    double apart, std::span<const std::size_t> known) {
  MovesProgramme programme(rows, scores, 2);
  programme.part(unit, apart);
  for (std::size_t copy = 0; copy < 2; ++copy) {
    programme.cost(programme.added(unit, copy), 0);
    programme.cost(programme.added(unit, copy) + 1, 0);
    for (const std::size_t held : known) programme.hold(held, copy);
  }
  const auto moves = programme.solve();
  if (!moves) return std::nullopt;
  std::vector<std::size_t> moved;
  for (std::size_t other = 0; other < scores.size(); ++other) {
    if (other == unit) continue;
    double sum = 0;
    for (std::size_t copy = 0; copy < 2; ++copy)
      sum += (*moves)[programme.added(other, copy)] + (*moves)[programme.added(other, copy) + 1];
    if (sum > moved_at_all) moved.push_back(other);
  }
  return moved;
}

}  // namespace smm::benchmark
