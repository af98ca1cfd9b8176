// SPDX-License-Identifier: Apache-2.0
#include "stats/trimmed_weights.hpp"

#include <cmath>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

struct WeightSums {
  double all = 0;
  double below = 0;         // of those under the limit
  std::size_t capped = 0;   // number at or above the limit
  std::size_t counted = 0;  // number above 0
};

WeightSums sums_of(std::span<const double> weights, double limit) {
  WeightSums sums;
  for (const double weight : weights) {
    SMM_ASSERT(std::isfinite(weight) && weight >= 0);
    sums.all += weight;
    if (weight > 0) ++sums.counted;
    if (weight >= limit) {
      ++sums.capped;
    } else {
      sums.below += weight;
    }
  }
  return sums;
}

}  // namespace

std::vector<double> trimmed_weights(std::span<const double> weights, double times) {
  SMM_ASSERT(times > 1);
  const WeightSums start = sums_of(weights, HUGE_VAL);
  SMM_ASSERT(start.all > 0);
  const double limit = times * start.all / static_cast<double>(start.counted);
  std::vector<double> trimmed(weights.begin(), weights.end());
  for (std::size_t before = 0;;) {
    const WeightSums now = sums_of(trimmed, limit);
    if (now.capped == before) return trimmed;  // none has come up to the limit since the last time
    before = now.capped;
    const double factor = (start.all - limit * static_cast<double>(now.capped)) / now.below;
    for (double& weight : trimmed) weight = weight >= limit ? limit : weight * factor;
  }
}

}  // namespace smm::stats
