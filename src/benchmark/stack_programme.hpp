// SPDX-License-Identifier: Apache-2.0
// A linear programme that is solved again and again with small changes, each time from where it stood. Solved
// by CLP (COIN-OR). Internal to benchmark.
#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace smm::benchmark {

inline constexpr double solved_to = 1e-6;  // what a solution may be off by

struct ProgrammeRow {
  std::vector<std::pair<std::size_t, double>> terms;  // column, coefficient
  double low = 0;
  double high = 0;
};

class LinearProgramme {
 public:
  // Columns run from 0 to `most`, and cost nothing.
  LinearProgramme(const std::vector<double>& most, const std::vector<ProgrammeRow>& rows);
  ~LinearProgramme();
  LinearProgramme(const LinearProgramme&) = delete;
  LinearProgramme& operator=(const LinearProgramme&) = delete;

  void cost(std::size_t column, double cost);
  void bound(std::size_t column, double low, double high);
  void at_least(std::size_t row, double low);
  void coefficient(std::size_t row, std::size_t column, double value);

  // The least cost; false when there is no solution. `only_costs_changed` since a solution was found: faster.
  bool solve(bool only_costs_changed = false);
  // Of the solution last found, by column.
  const double* values() const;

 private:
  struct Model;
  std::unique_ptr<Model> model_;
};

}  // namespace smm::benchmark
