// SPDX-License-Identifier: Apache-2.0
#include "stats/spread.hpp"

#include <algorithm>
#include <cmath>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

double sample_sd(std::span<const double> values) {
  const double size = static_cast<double>(values.size());
  double mean = 0;
  for (const double value : values) mean += value / size;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / (size - 1));
}

}  // namespace

std::optional<Spread> spread(std::span<const std::vector<double>> rows) {
  if (rows.size() < 2) return std::nullopt;
  Spread result;
  for (std::size_t i = 0; i < rows.front().size(); ++i) {
    std::vector<double> column;
    for (const auto& row : rows) {
      SMM_ASSERT(row.size() == rows.front().size());
      column.push_back(row[i]);
    }
    const auto [least, most] = std::minmax_element(column.begin(), column.end());
    result.sd.push_back(sample_sd(column));
    result.range.push_back(*most - *least);
  }
  return result;
}

}  // namespace smm::stats
