// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_ranges.hpp"

#include <algorithm>

#include "base/random.hpp"

namespace smm::benchmark {
namespace {

constexpr int corners = 8;

std::vector<ProgrammeRow> programme_rows(const AreaStack& stack) {
  std::vector<ProgrammeRow> rows;
  for (const StackRow& row : stack.rows) {
    ProgrammeRow& added = rows.emplace_back(ProgrammeRow{{}, row.low, row.high});
    for (const std::size_t unknown : row.unknowns) added.terms.emplace_back(unknown, 1);
  }
  return rows;
}

}  // namespace

StackRanges::StackRanges(const AreaStack& stack)
    : programme_(std::vector<double>(stack.unknowns.size(), most_points), programme_rows(stack)),
      low_(stack.unknowns.size(), most_points),
      high_(stack.unknowns.size(), 0),
      fits_(programme_.solve()) {
  if (!fits_) return;
  see();
  meet_some_corners();
}

bool StackRanges::leaves(std::size_t unknown, double points) {
  const double enough = points - solved_to;
  for (const double direction : {-1.0, 1.0}) {
    if (wide(unknown, enough)) return true;
    solve_towards(unknown, direction);
  }
  return wide(unknown, enough);
}

bool StackRanges::holds(std::size_t unknown, double value) {
  solve_towards(unknown, -1);
  solve_towards(unknown, 1);
  return low_[unknown] <= value + solved_to && value <= high_[unknown] + solved_to;
}

void StackRanges::meet_some_corners() {
  base::Random random(1);
  for (int corner = 0; corner < corners; ++corner) {
    for (std::size_t unknown = 0; unknown < low_.size(); ++unknown)
      programme_.cost(unknown, random.uniform() - .5);
    if (programme_.solve(true)) see();
  }
  for (std::size_t unknown = 0; unknown < low_.size(); ++unknown) programme_.cost(unknown, 0);
}

void StackRanges::solve_towards(std::size_t unknown, double direction) {
  programme_.cost(unknown, direction);
  if (programme_.solve(true)) see();
  programme_.cost(unknown, 0);
}

void StackRanges::see() {
  const double* values = programme_.values();
  for (std::size_t unknown = 0; unknown < low_.size(); ++unknown) {
    low_[unknown] = std::min(low_[unknown], values[unknown]);
    high_[unknown] = std::max(high_[unknown], values[unknown]);
  }
}

}  // namespace smm::benchmark
