// SPDX-License-Identifier: Apache-2.0
#include "stats/rank_order_centroid.hpp"

#include <algorithm>
#include <numeric>

#include "base/assert.hpp"

namespace smm::stats {

std::vector<double> rank_order_centroid(std::size_t n) {
  SMM_ASSERT(n >= 1);
  std::vector<double> weights(n);
  double sum = 0;  // from the smallest term up, so that little is lost to rounding
  for (std::size_t k = n; k >= 1; --k) {
    sum += 1.0 / static_cast<double>(k);
    weights[k - 1] = sum / static_cast<double>(n);
  }
  return weights;
}

std::vector<double> rank_order_centroid_of(std::span<const double> ranks) {
  const std::vector<double> by_position = rank_order_centroid(ranks.size());
  std::vector<std::size_t> order(ranks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return ranks[a] < ranks[b]; });
  std::vector<double> weights(ranks.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    double sum = 0;
    for (; last < order.size() && ranks[order[last]] == ranks[order[first]]; ++last) sum += by_position[last];
    for (std::size_t i = first; i < last; ++i) weights[order[i]] = sum / static_cast<double>(last - first);
    first = last;
  }
  return weights;
}

}  // namespace smm::stats
