// SPDX-License-Identifier: Apache-2.0
#include "stats/survey_quantile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/assert.hpp"
#include "stats/interval.hpp"
#include "stats/survey_estimates.hpp"

namespace smm::stats {

double weighted_quantile(std::span<const double> values, std::span<const double> weights, double p) {
  // Sums of weights that should meet p exactly miss it by roundings.
  constexpr double slack = 1e-12;
  SMM_ASSERT(!values.empty() && values.size() == weights.size() && p >= 0 && p <= 1);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    SMM_ASSERT(std::isfinite(values[i]) && std::isfinite(weights[i]) && weights[i] >= 0);
    if (weights[i] > 0) order.push_back(i);
  }
  SMM_ASSERT(!order.empty());
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
  const double wanted = (p - slack) * std::accumulate(weights.begin(), weights.end(), 0.0);
  double below = 0;
  for (const std::size_t i : order) {
    below += weights[i];
    if (below >= wanted) return values[i];
  }
  return values[order.back()];
}

QuantileEstimate survey_quantile(const SurveyDesign& design, std::span<const double> values, double p,
                                 double confidence) {
  const std::size_t degrees = degrees_of_freedom(design);
  SMM_ASSERT(degrees >= 1);
  QuantileEstimate result;
  result.value = weighted_quantile(values, design.weights, p);
  std::vector<double> at_or_below;
  for (const double value : values) at_or_below.push_back(value <= result.value ? 1 : 0);
  const Estimate share = weighted_mean(design, at_or_below);
  const double t = student_quantile(confidence, static_cast<double>(degrees));
  const double low = share.value - t * share.error;
  const double high = share.value + t * share.error;
  if (low >= 0) result.low = weighted_quantile(values, design.weights, low);
  if (high <= 1) result.high = weighted_quantile(values, design.weights, high);
  if (result.low && result.high) result.error = (*result.high - *result.low) / (2 * t);
  return result;
}

}  // namespace smm::stats
