// SPDX-License-Identifier: Apache-2.0
#include "stats/calibrated_estimates.hpp"

#include <Eigen/Dense>
#include <cmath>
#include <numeric>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

using Eigen::Index;

// Per unit, the columns of the categories it is in: one per margin.
std::vector<std::vector<Index>> columns_of(std::span<const Margin> margins, std::size_t units) {
  std::vector<std::vector<Index>> columns(units);
  std::size_t first = 0;
  for (const Margin& margin : margins) {
    SMM_ASSERT(margin.category.size() == units);
    for (std::size_t i = 0; i < units; ++i) {
      SMM_ASSERT(margin.category[i] < margin.totals.size());
      columns[i].push_back(static_cast<Index>(first + margin.category[i]));
    }
    first += margin.totals.size();
  }
  return columns;
}

Index category_count(std::span<const Margin> margins) {
  std::size_t count = 0;
  for (const Margin& margin : margins) count += margin.totals.size();
  return static_cast<Index>(count);
}

// Categories of two margins sum to the same, so the equations have more than one solution; their fitted
// values are the same, and the decomposition finds the shortest.
std::vector<double> residuals(const SurveyDesign& design, std::span<const Margin> margins,
                              std::span<const double> values) {
  SMM_ASSERT(!margins.empty() && values.size() == design.weights.size());
  const auto columns = columns_of(margins, values.size());
  const Index size = category_count(margins);
  Eigen::MatrixXd crossed = Eigen::MatrixXd::Zero(size, size);
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(size);
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (const Index a : columns[i]) {
      sums(a) += design.weights[i] * values[i];
      for (const Index b : columns[i]) crossed(a, b) += design.weights[i];
    }
  }
  const Eigen::VectorXd effects = crossed.completeOrthogonalDecomposition().solve(sums);
  std::vector<double> left(values.begin(), values.end());
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (const Index column : columns[i]) left[i] -= effects(column);
  }
  return left;
}

double sum_of_products(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace

Estimate calibrated_total(const SurveyDesign& design, std::span<const double> adjusted,
                          std::span<const Margin> margins, std::span<const double> values) {
  SMM_ASSERT(adjusted.size() == values.size());
  SurveyDesign adjusted_design = design;
  adjusted_design.weights.assign(adjusted.begin(), adjusted.end());
  const std::vector<double> influence = residuals(design, margins, values);
  return {sum_of_products(adjusted, values), std::sqrt(linearised_variance(adjusted_design, influence))};
}

Estimate calibrated_mean(const SurveyDesign& design, std::span<const double> adjusted,
                         std::span<const Margin> margins, std::span<const double> values) {
  // A mean takes nothing but a constant off the values, and that the margins explain wholly.
  const double all = std::accumulate(adjusted.begin(), adjusted.end(), 0.0);
  const Estimate total = calibrated_total(design, adjusted, margins, values);
  return {total.value / all, total.error / all};
}

}  // namespace smm::stats
