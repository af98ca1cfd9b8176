// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_moves.hpp"

#include <algorithm>
#include <limits>

namespace smm::benchmark {
namespace {

constexpr double moved_at_all = 1e-7;
constexpr std::size_t sets = 2;  // of scores that are looked for at once

// A set's columns of an unknown: what is added to its score, and behind it what is taken away.
std::size_t added_to(std::size_t unknown, std::size_t set, std::size_t unknowns) {
  return 2 * (set * unknowns + unknown);
}

std::vector<double> most_moves(const std::vector<double>& scores, std::size_t count) {
  std::vector<double> most;
  for (std::size_t set = 0; set < count; ++set) {
    for (const double score : scores) {
      most.push_back(most_points - score);
      most.push_back(score);
    }
  }
  return most;
}

ProgrammeRow row_of_moves(const StackRow& row, const std::vector<double>& scores, std::size_t set) {
  ProgrammeRow moves{{}, row.low, row.high};
  for (const std::size_t unknown : row.unknowns) {
    moves.low -= scores[unknown];
    moves.high -= scores[unknown];
    const std::size_t added = added_to(unknown, set, scores.size());
    moves.terms.emplace_back(added, 1);
    moves.terms.emplace_back(added + 1, -1);
  }
  return moves;
}

// The last row parts the two sets; it has a term for whichever unknown is looked at.
std::vector<ProgrammeRow> rows_of_moves(const AreaStack& stack, const std::vector<double>& scores) {
  std::vector<ProgrammeRow> rows;
  for (std::size_t set = 0; set < sets; ++set)
    for (const StackRow& row : stack.rows) rows.push_back(row_of_moves(row, scores, set));
  rows.push_back({{}, 0, std::numeric_limits<double>::max()});
  return rows;
}

}  // namespace

std::optional<std::vector<double>> nearest_scores(const AreaStack& stack, const std::vector<double>& wanted) {
  std::vector<ProgrammeRow> rows;
  for (const StackRow& row : stack.rows) rows.push_back(row_of_moves(row, wanted, 0));
  LinearProgramme programme(most_moves(wanted, 1), rows);
  for (std::size_t column = 0; column < 2 * wanted.size(); ++column) programme.cost(column, 1);
  if (!programme.solve()) return std::nullopt;
  std::vector<double> scores = wanted;
  for (std::size_t unknown = 0; unknown < scores.size(); ++unknown) {
    const double* moved = programme.values() + added_to(unknown, 0, scores.size());
    scores[unknown] = std::clamp(scores[unknown] + moved[0] - moved[1], 0.0, most_points);
  }
  return scores;
}

StackMoves::StackMoves(const AreaStack& stack, const std::vector<double>& scores)
    : scores_(scores),
      parting_row_(sets * stack.rows.size()),
      programme_(most_moves(scores, sets), rows_of_moves(stack, scores)) {
  for (std::size_t column = 0; column < 2 * sets * scores.size(); ++column) programme_.cost(column, 1);
}

std::optional<std::vector<std::size_t>> StackMoves::that_part(std::size_t unknown, double points,
                                                              std::span<const std::size_t> known) {
  target(unknown, 0, 1);
  programme_.at_least(parting_row_, points);
  for (const std::size_t held : known) hold(held, true);
  std::optional<std::vector<std::size_t>> moved;
  if (programme_.solve()) moved = moved_but(unknown);
  for (const std::size_t held : known) hold(held, false);
  target(unknown, 1, 0);
  return moved;
}

std::vector<std::size_t> StackMoves::moved_but(std::size_t unknown) const {
  const double* values = programme_.values();
  std::vector<std::size_t> moved;
  for (std::size_t other = 0; other < scores_.size(); ++other) {
    double sum = 0;
    for (std::size_t set = 0; set < sets; ++set) {
      const std::size_t added = added_to(other, set, scores_.size());
      sum += values[added] + values[added + 1];
    }
    if (other != unknown && sum > moved_at_all) moved.push_back(other);
  }
  return moved;
}

void StackMoves::target(std::size_t unknown, double cost, double coefficient) {
  for (std::size_t set = 0; set < sets; ++set) {
    const std::size_t added = added_to(unknown, set, scores_.size());
    programme_.cost(added, cost);
    programme_.cost(added + 1, cost);
    const double sign = set == 0 ? coefficient : -coefficient;
    programme_.coefficient(parting_row_, added, sign);
    programme_.coefficient(parting_row_, added + 1, -sign);
  }
}

void StackMoves::hold(std::size_t unknown, bool held) {
  for (std::size_t set = 0; set < sets; ++set) {
    const std::size_t added = added_to(unknown, set, scores_.size());
    programme_.bound(added, 0, held ? 0 : most_points - scores_[unknown]);
    programme_.bound(added + 1, 0, held ? 0 : scores_[unknown]);
  }
}

}  // namespace smm::benchmark
