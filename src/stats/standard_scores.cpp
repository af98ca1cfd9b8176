// SPDX-License-Identifier: Apache-2.0
#include "stats/standard_scores.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/quantile.hpp"

namespace smm::stats {
namespace {

double plain_median(std::span<const double> values) {
  return quantile(values, 0.5, QuantileType::type7);
}

std::optional<std::vector<double>> in_units(std::span<const double> values, double middle, double unit) {
  const double largest = std::abs(*std::max_element(
      values.begin(), values.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
  if (!(unit > largest * 1e-13)) return std::nullopt;
  std::vector<double> scores;
  for (const double value : values) scores.push_back((value - middle) / unit);
  return scores;
}

}  // namespace

std::optional<std::vector<double>> z_scores(std::span<const double> values, SpreadDivisor divisor) {
  if (values.size() < 2) return std::nullopt;
  const double n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return in_units(values, mean, std::sqrt(squares / (divisor == SpreadDivisor::n ? n : n - 1)));
}

std::optional<std::vector<double>> robust_scores(std::span<const double> values) {
  if (values.size() < 2) return std::nullopt;
  const double middle = plain_median(values);
  std::vector<double> distances;
  for (const double value : values) distances.push_back(std::abs(value - middle));
  return in_units(values, middle, 1.4826 * plain_median(distances));
}

}  // namespace smm::stats
