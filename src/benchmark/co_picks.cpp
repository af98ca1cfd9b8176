// SPDX-License-Identifier: Apache-2.0
#include "benchmark/co_picks.hpp"

#include <algorithm>
#include <cmath>

namespace smm::benchmark {
namespace {

constexpr double least_taste = 0.7;
constexpr double taste_range = 0.6;

// Schools alike in everything are picked first; a distance of nothing would divide by nothing.
double chance(std::int64_t distance, double threshold) {
  if (distance == 0) return 1;
  return std::clamp((threshold / static_cast<double>(distance) - least_taste) / taste_range, 0.0, 1.0);
}

double expected_picks(const std::vector<std::int64_t>& distances, double threshold) {
  double sum = 0;
  for (const std::int64_t d : distances) sum += chance(d, threshold);
  return sum;
}

// Halves the interval of thresholds until the picks add up.
double threshold_for(const std::vector<std::int64_t>& distances, double picks) {
  double low = 0;
  double high = 2 * static_cast<double>(*std::ranges::max_element(distances)) + 1;
  for (int step = 0; step < 40; ++step) {
    const double middle = (low + high) / 2;
    (expected_picks(distances, middle) < picks ? low : high) = middle;
  }
  return high;
}

struct Pick {
  std::size_t unit;
  std::int64_t percent;
};

std::vector<Pick> picks_of(std::span<const Features> features, std::size_t dean) {
  std::vector<std::size_t> others;
  std::vector<std::int64_t> distances;
  for (std::size_t j = 0; j < features.size(); ++j) {
    if (j == dean) continue;
    others.push_back(j);
    distances.push_back(distance(features[dean], features[j]));
  }
  if (others.empty()) return {};
  const double threshold = threshold_for(distances, picks_of_a_dean);
  const double all = expected_picks(distances, threshold);
  const double share = std::min(1.0, picks_of_a_dean / all);  // of more than twelve alike in everything
  std::vector<Pick> picks;
  for (std::size_t at = 0; at < others.size(); ++at) {
    const auto percent = std::llround(100 * share * chance(distances[at], threshold));
    if (percent > 0) picks.push_back({others[at], percent});
  }
  return picks;
}

}  // namespace

CoPicks::CoPicks(std::span<const Features> features)
    : count_(features.size()), together_(features.size() * features.size()) {
  for (std::size_t dean = 0; dean < count_; ++dean) {
    const std::vector<Pick> picks = picks_of(features, dean);
    for (const Pick& one : picks) {
      for (const Pick& other : picks)
        together_[one.unit * count_ + other.unit] +=
            one.percent * (one.unit == other.unit ? 100 : other.percent);
    }
  }
}

}  // namespace smm::benchmark
