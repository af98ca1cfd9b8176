// SPDX-License-Identifier: Apache-2.0
#include "stats/survey_estimates.hpp"

#include <cmath>
#include <numeric>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

double weighted_sum(const SurveyDesign& design, std::span<const double> values) {
  SMM_ASSERT(values.size() == design.weights.size());
  return std::inner_product(values.begin(), values.end(), design.weights.begin(), 0.0);
}

Estimate with_error(const SurveyDesign& design, double value, std::span<const double> influence) {
  return {value, std::sqrt(linearised_variance(design, influence))};
}

}  // namespace

Estimate weighted_total(const SurveyDesign& design, std::span<const double> values) {
  return with_error(design, weighted_sum(design, values), values);
}

Estimate weighted_ratio(const SurveyDesign& design, std::span<const double> above,
                        std::span<const double> below) {
  const double denominator = weighted_sum(design, below);
  SMM_ASSERT(denominator != 0);
  const double ratio = weighted_sum(design, above) / denominator;
  std::vector<double> influence(above.size());
  for (std::size_t i = 0; i < influence.size(); ++i)
    influence[i] = (above[i] - ratio * below[i]) / denominator;
  return with_error(design, ratio, influence);
}

Estimate weighted_mean(const SurveyDesign& design, std::span<const double> values) {
  return weighted_ratio(design, values, std::vector<double>(values.size(), 1.0));
}

Estimate weighted_mean_among(const SurveyDesign& design, std::span<const double> values,
                             const std::vector<bool>& is_member) {
  SMM_ASSERT(is_member.size() == values.size());
  std::vector<double> counted(values.size(), 0.0);
  std::vector<double> members(values.size(), 0.0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!is_member[i]) continue;
    counted[i] = values[i];
    members[i] = 1;
  }
  return weighted_ratio(design, counted, members);
}

double design_effect(const SurveyDesign& design, std::span<const double> values) {
  const Estimate mean = weighted_mean(design, values);
  std::vector<double> squares;
  for (const double value : values) squares.push_back((value - mean.value) * (value - mean.value));
  const double n = static_cast<double>(values.size());
  const double population = std::accumulate(design.weights.begin(), design.weights.end(), 0.0);
  SMM_ASSERT(n > 1 && population > n);
  const double variance = n / (n - 1) * weighted_sum(design, squares) / population;
  SMM_ASSERT(variance > 0);
  return mean.error * mean.error / (variance * (population - n) / (population * n));
}

}  // namespace smm::stats
