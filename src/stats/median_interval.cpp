// SPDX-License-Identifier: Apache-2.0
#include "stats/median_interval.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <vector>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

// Ranks from 1.
std::size_t low_rank(std::size_t n, double confidence) {
  const boost::math::binomial halves(static_cast<double>(n), 0.5);
  std::size_t rank = 1;
  while (rank < n / 2 && boost::math::cdf(halves, static_cast<double>(rank)) <= (1 - confidence) / 2) ++rank;
  return rank;
}

}  // namespace

Median median_with_interval(std::span<const double> values, double confidence) {
  SMM_ASSERT(!values.empty() && confidence > 0 && confidence < 1);
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const std::size_t n = sorted.size();
  const std::size_t rank = low_rank(n, confidence);
  return {(sorted[(n - 1) / 2] + sorted[n / 2]) / 2, {sorted[rank - 1], sorted[n - rank]}};
}

}  // namespace smm::stats
