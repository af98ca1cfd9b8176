// SPDX-License-Identifier: Apache-2.0
#include "stats/harrell_davis.hpp"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <vector>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

std::vector<double> sorted_finite(std::span<const double> values, double p) {
  SMM_ASSERT(!values.empty() && p > 0 && p < 1);
  std::vector<double> sorted(values.begin(), values.end());
  for (const double value : sorted) SMM_ASSERT(std::isfinite(value));
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

// Weights of `count` sorted values under a beta distribution of a + b = `sum_of_shapes`.
std::vector<double> beta_weights(std::size_t count, double p, double sum_of_shapes) {
  std::vector<double> weights(count);
  double before = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double upper = static_cast<double>(i + 1) / static_cast<double>(count);
    const double now =
        i + 1 == count ? 1.0 : boost::math::ibeta(sum_of_shapes * p, sum_of_shapes * (1 - p), upper);
    weights[i] = now - before;
    before = now;
  }
  return weights;
}

}  // namespace

double harrell_davis(std::span<const double> values, double p) {
  const std::vector<double> sorted = sorted_finite(values, p);
  const auto weights = beta_weights(sorted.size(), p, static_cast<double>(sorted.size() + 1));
  double sum = 0;
  // About the smallest value, so that equal values give exactly themselves.
  for (std::size_t i = 0; i < sorted.size(); ++i) sum += weights[i] * (sorted[i] - sorted.front());
  return sorted.front() + sum;
}

std::optional<double> harrell_davis_error(std::span<const double> values, double p) {
  const std::vector<double> sorted = sorted_finite(values, p);
  const std::size_t n = sorted.size();
  if (n < 3) return std::nullopt;
  const auto weights = beta_weights(n - 1, p, static_cast<double>(n + 1));
  std::vector<double> without(n, 0.0);
  for (std::size_t left_out = 0; left_out < n; ++left_out) {
    for (std::size_t i = 0; i + 1 < n; ++i)
      without[left_out] += weights[i] * sorted[i < left_out ? i : i + 1];
  }
  const double size = static_cast<double>(n);
  double mean = 0;
  for (const double estimate : without) mean += estimate / size;
  double squares = 0;
  for (const double estimate : without) squares += (estimate - mean) * (estimate - mean);
  return std::sqrt((size - 1) / size * squares);
}

}  // namespace smm::stats
