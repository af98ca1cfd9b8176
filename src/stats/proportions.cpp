// SPDX-License-Identifier: Apache-2.0
#include "stats/proportions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

// The values times a constant, so that they sum to `total`.
std::vector<double> scaled_to(double total, std::span<const double> values) {
  SMM_ASSERT(!values.empty());
  const double largest = *std::max_element(values.begin(), values.end());
  SMM_ASSERT(std::isfinite(largest) && largest > 0);
  std::vector<double> scaled(values.begin(), values.end());
  for (double& value : scaled) {
    SMM_ASSERT(value >= 0);
    value /= largest;  // first, so that the sum of huge values stays finite and equal values are exactly 1
  }
  const double sum = std::accumulate(scaled.begin(), scaled.end(), 0.0);
  for (double& value : scaled) value = value * total / sum;
  return scaled;
}

}  // namespace

std::vector<double> proportions(std::span<const double> values) {
  return scaled_to(1.0, values);
}

std::vector<double> mean_one(std::span<const double> values) {
  return scaled_to(static_cast<double>(values.size()), values);
}

std::vector<double> mean_proportions(std::span<const std::vector<double>> rows) {
  SMM_ASSERT(!rows.empty());
  std::vector<double> sums(rows.front().size(), 0.0);
  for (const auto& row : rows) {
    SMM_ASSERT(row.size() == sums.size());
    const std::vector<double> shares = proportions(row);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += shares[i];
  }
  return proportions(sums);
}

std::vector<double> geometric_mean_proportions(std::span<const std::vector<double>> rows) {
  SMM_ASSERT(!rows.empty());
  std::vector<double> logs(rows.front().size(), 0.0);
  for (const auto& row : rows) {
    SMM_ASSERT(row.size() == logs.size());
    for (std::size_t i = 0; i < logs.size(); ++i) {
      SMM_ASSERT(std::isfinite(row[i]) && row[i] > 0);
      logs[i] += std::log(row[i]) / static_cast<double>(rows.size());
    }
  }
  const double largest = *std::max_element(logs.begin(), logs.end());
  for (double& value : logs) value = std::exp(value - largest);  // relative to the largest: no overflow
  return proportions(logs);
}

}  // namespace smm::stats
