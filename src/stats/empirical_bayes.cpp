// SPDX-License-Identifier: Apache-2.0
#include "stats/empirical_bayes.hpp"

#include <cmath>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

Estimate precision_weighted_mean(std::span<const double> estimates, std::span<const double> variances,
                                 double between) {
  double weights = 0;
  double sum = 0;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    SMM_ASSERT(std::isfinite(estimates[i]) && std::isfinite(variances[i]) && variances[i] > 0);
    weights += 1 / (variances[i] + between);
    sum += estimates[i] / (variances[i] + between);
  }
  return {sum / weights, 1 / std::sqrt(weights)};
}

double typical_variance(std::span<const double> variances) {
  double weights = 0;
  double squares = 0;
  for (const double variance : variances) {
    weights += 1 / variance;
    squares += 1 / (variance * variance);
  }
  return static_cast<double>(variances.size() - 1) * weights / (weights * weights - squares);
}

}  // namespace

ShrunkenGroups empirical_bayes(std::span<const double> estimates, std::span<const double> variances,
                               double between) {
  SMM_ASSERT(estimates.size() >= 2 && estimates.size() == variances.size());
  SMM_ASSERT(std::isfinite(between) && between >= 0);
  ShrunkenGroups result;
  result.mean = precision_weighted_mean(estimates, variances, between);
  const double fixed_mean = precision_weighted_mean(estimates, variances, 0).value;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    const double kept = between / (between + variances[i]);
    const double drawn = (1 - kept) * result.mean.error;
    result.groups.push_back({kept * estimates[i] + (1 - kept) * result.mean.value,
                             std::sqrt(kept * variances[i] + drawn * drawn)});
    result.heterogeneity += (estimates[i] - fixed_mean) * (estimates[i] - fixed_mean) / variances[i];
  }
  result.share_between = between / (between + typical_variance(variances));
  return result;
}

}  // namespace smm::stats
