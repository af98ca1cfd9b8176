// SPDX-License-Identifier: Apache-2.0
#include "stats/quantile.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

struct Position {
  std::ptrdiff_t below = 0;  // j
  double share = 0;          // how much of x_(j+1), before the type has its say: g
};

// How far from a whole number rounding may carry a position.
constexpr double position_slack = 4 * std::numeric_limits<double>::epsilon();

// The p-free part a of the position a + p (n + 1 - a - b), and b: types 4 to 9.
struct PlottingPosition {
  double a;
  double b;
};
constexpr std::array<PlottingPosition, 6> plotting_positions = {
    {{0, 1}, {0.5, 0.5}, {0, 0}, {1, 1}, {1.0 / 3, 1.0 / 3}, {3.0 / 8, 3.0 / 8}}};

double position_of(double n, double p, QuantileType type) {
  if (type == QuantileType::type1 || type == QuantileType::type2) return n * p;
  if (type == QuantileType::type3) return n * p - 0.5;
  const auto [a, b] = plotting_positions.at(static_cast<std::size_t>(type) - 4);
  return a + p * (n + 1 - a - b);
}

Position split(double position) {
  const double slack = position_slack * std::max(1.0, std::abs(position));
  const double below = std::floor(position + slack);
  const double share = position - below;
  return {static_cast<std::ptrdiff_t>(below), std::abs(share) < slack ? 0.0 : share};
}

double share_of_next(const Position& position, QuantileType type) {
  const bool between = position.share > 0;
  switch (type) {
    case QuantileType::type1:
      return between ? 1 : 0;
    case QuantileType::type2:
      return between ? 1 : 0.5;
    case QuantileType::type3:
      return between || position.below % 2 != 0 ? 1 : 0;
    default:
      return position.share;
  }
}

}  // namespace

double quantile(std::span<const double> values, double p, QuantileType type) {
  SMM_ASSERT(!values.empty() && p >= 0 && p <= 1);
  std::vector<double> sorted(values.begin(), values.end());
  for (const double value : sorted) SMM_ASSERT(std::isfinite(value));
  std::sort(sorted.begin(), sorted.end());
  const auto n = static_cast<std::ptrdiff_t>(sorted.size());
  const Position position = split(position_of(static_cast<double>(n), p, type));
  const auto at = [&](std::ptrdiff_t rank) {
    return sorted[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(rank, 1, n) - 1)];
  };
  const double low = at(position.below);
  const double high = at(position.below + 1);
  if (low == high) return low;  // equal values stay exactly themselves
  const double share = share_of_next(position, type);
  return (1 - share) * low + share * high;
}

}  // namespace smm::stats
