// SPDX-License-Identifier: Apache-2.0
#include "stats/rubin_pool.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

double mean_of_draws(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double pooled_degrees(const PooledEstimate& pooled, double draws, double complete_degrees) {
  const double extra = (1 + 1 / draws) * pooled.between;
  if (extra <= 0) return complete_degrees;
  const double increase = pooled.within > 0 ? extra / pooled.within : endless;
  const double plain = (draws - 1) * (1 + 1 / increase) * (1 + 1 / increase);
  if (std::isinf(complete_degrees)) return plain;
  const double observed =
      (1 - extra / pooled.total) * complete_degrees * (complete_degrees + 1) / (complete_degrees + 3);
  return observed <= 0 ? plain : 1 / (1 / plain + 1 / observed);
}

// Student's quantile is the normal one when there is no end to the degrees.
double quantile_of_degrees(double confidence, double degrees) {
  return degrees > 1e10 ? normal_quantile(confidence) : student_quantile(confidence, degrees);
}

}  // namespace

PooledEstimate rubin_pool(std::span<const double> estimates, std::span<const double> variances,
                          double complete_degrees) {
  SMM_ASSERT(!estimates.empty() && estimates.size() == variances.size());
  const double draws = static_cast<double>(estimates.size());
  PooledEstimate pooled;
  pooled.estimate = mean_of_draws(estimates);
  pooled.within = mean_of_draws(variances);
  for (const double estimate : estimates)
    pooled.between += (estimate - pooled.estimate) * (estimate - pooled.estimate);
  pooled.between /= std::max(draws - 1, 1.0);
  pooled.total = pooled.within + (1 + 1 / draws) * pooled.between;
  pooled.degrees_of_freedom = pooled_degrees(pooled, draws, complete_degrees);
  return pooled;
}

Interval pooled_interval(const PooledEstimate& pooled, double confidence) {
  const double half = quantile_of_degrees(confidence, pooled.degrees_of_freedom) * std::sqrt(pooled.total);
  return {pooled.estimate - half, pooled.estimate + half};
}

Interval pooled_wilson_interval(std::span<const double> shares, std::span<const double> sizes,
                                double confidence) {
  SMM_ASSERT(shares.size() == sizes.size());
  const double n = mean_of_draws(sizes);
  std::vector<double> variances;
  for (std::size_t i = 0; i < shares.size(); ++i) variances.push_back(shares[i] * (1 - shares[i]) / sizes[i]);
  PooledEstimate pooled = rubin_pool(shares, variances);
  const double share = pooled.estimate;
  if (pooled.within <= 0 && pooled.between > 0) {
    std::fill(variances.begin(), variances.end(), share * (1 - share) / n);
    pooled = rubin_pool(shares, variances);
  }
  const double draws = static_cast<double>(shares.size());
  const double increase = pooled.between > 0 ? (1 + 1 / draws) * pooled.between / pooled.within : 0;
  const double t = quantile_of_degrees(confidence, pooled.degrees_of_freedom);
  const double k = t * t * (1 + increase) / n;
  const double middle = 2 * share + k;
  const double root = std::sqrt(std::max(0.0, middle * middle - 4 * (1 + k) * share * share));
  return {share <= 0 ? 0 : (middle - root) / (2 * (1 + k)), share >= 1 ? 1 : (middle + root) / (2 * (1 + k))};
}

}  // namespace smm::stats
