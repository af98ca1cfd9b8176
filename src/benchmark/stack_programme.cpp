// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_programme.hpp"

#include <coin/ClpSimplex.hpp>

namespace smm::benchmark {
namespace {

CoinPackedMatrix matrix_of(std::size_t columns, const std::vector<ProgrammeRow>& rows) {
  std::vector<int> row_at, column_at;
  std::vector<double> coefficients;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const auto& [column, coefficient] : rows[row].terms) {
      row_at.push_back(static_cast<int>(row));
      column_at.push_back(static_cast<int>(column));
      coefficients.push_back(coefficient);
    }
  }
  CoinPackedMatrix matrix(true, row_at.data(), column_at.data(), coefficients.data(),
                          static_cast<CoinBigIndex>(coefficients.size()));
  matrix.setDimensions(static_cast<int>(rows.size()), static_cast<int>(columns));
  return matrix;
}

}  // namespace

struct LinearProgramme::Model {
  ClpSimplex simplex;
};

LinearProgramme::LinearProgramme(const std::vector<double>& most, const std::vector<ProgrammeRow>& rows)
    : model_(std::make_unique<Model>()) {
  const std::vector<double> nothing(most.size(), 0);
  std::vector<double> low, high;
  for (const ProgrammeRow& row : rows) {
    low.push_back(row.low);
    high.push_back(row.high);
  }
  model_->simplex.setLogLevel(0);
  model_->simplex.loadProblem(matrix_of(most.size(), rows), nothing.data(), most.data(), nothing.data(),
                              low.data(), high.data());
}

LinearProgramme::~LinearProgramme() = default;

void LinearProgramme::cost(std::size_t column, double cost) {
  model_->simplex.setObjectiveCoefficient(static_cast<int>(column), cost);
}

void LinearProgramme::bound(std::size_t column, double low, double high) {
  model_->simplex.setColumnBounds(static_cast<int>(column), low, high);
}

void LinearProgramme::at_least(std::size_t row, double low) {
  model_->simplex.setRowLower(static_cast<int>(row), low);
}

void LinearProgramme::coefficient(std::size_t row, std::size_t column, double value) {
  model_->simplex.modifyCoefficient(static_cast<int>(row), static_cast<int>(column), value);
}

bool LinearProgramme::solve(bool only_costs_changed) {
  ClpSimplex& simplex = model_->simplex;
  if (only_costs_changed)
    simplex.primal();
  else
    simplex.dual();
  if (!simplex.isProvenOptimal() && !simplex.isProvenPrimalInfeasible()) simplex.primal();
  return simplex.isProvenOptimal();
}

const double* LinearProgramme::values() const {
  return model_->simplex.primalColumnSolution();
}

}  // namespace smm::benchmark
