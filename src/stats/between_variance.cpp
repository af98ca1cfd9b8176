// SPDX-License-Identifier: Apache-2.0
#include "stats/between_variance.hpp"

#include <algorithm>
#include <cmath>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

struct WeightedGroups {
  double weights = 0;          // sum of w
  double weights_squared = 0;  // sum of w^2
  double heterogeneity = 0;    // Q
  double score_part = 0;       // sum of w^2 (y - m)^2

  double spare() const { return weights - weights_squared / weights; }
};

WeightedGroups weighted_at(std::span<const double> estimates, std::span<const double> variances,
                           double between) {
  WeightedGroups sums;
  double mean = 0;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    const double weight = 1 / (variances[i] + between);
    sums.weights += weight;
    sums.weights_squared += weight * weight;
    mean += weight * estimates[i];
  }
  mean /= sums.weights;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    const double weight = 1 / (variances[i] + between);
    const double distance = weight * (estimates[i] - mean) * (estimates[i] - mean);
    sums.heterogeneity += distance;
    sums.score_part += weight * distance;
  }
  return sums;
}

// Where `excess` turns from above 0 to not above it; 0 if it is not above 0 there.
template <class Excess>
double turning_point(const Excess& excess) {
  if (excess(0.0) <= 0) return 0;
  double low = 0;
  double high = 1;
  while (excess(high) > 0) high *= 2;
  for (;;) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    (excess(middle) > 0 ? low : high) = middle;
  }
}

}  // namespace

double between_variance(std::span<const double> estimates, std::span<const double> variances,
                        BetweenVariance method) {
  SMM_ASSERT(estimates.size() >= 2 && estimates.size() == variances.size());
  for (const double variance : variances) SMM_ASSERT(std::isfinite(variance) && variance > 0);
  for (const double estimate : estimates) SMM_ASSERT(std::isfinite(estimate));
  const double degrees = static_cast<double>(estimates.size() - 1);
  const auto at = [&](double between) { return weighted_at(estimates, variances, between); };
  switch (method) {
    case BetweenVariance::paule_mandel:
      return turning_point([&](double t) { return at(t).heterogeneity - degrees; });
    case BetweenVariance::reml:
      return turning_point([&](double t) {
        const WeightedGroups sums = at(t);
        return sums.score_part - sums.spare();
      });
    default: {
      const WeightedGroups sums = at(0);
      return std::max(0.0, (sums.heterogeneity - degrees) / sums.spare());
    }
  }
}

}  // namespace smm::stats
