// SPDX-License-Identifier: Apache-2.0
#include "stats/adjusted_p_values.hpp"

#include <algorithm>
#include <numeric>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

using SortedP = std::vector<double>;

// What the p-value in position `rank` (1 is the smallest) is multiplied by.
double multiplier(std::size_t rank, std::size_t n, PAdjustment method) {
  const double size = static_cast<double>(n);
  const double position = static_cast<double>(rank);
  switch (method) {
    case PAdjustment::holm:
    case PAdjustment::hochberg:
      return size - position + 1;
    case PAdjustment::benjamini_hochberg:
      return size / position;
    case PAdjustment::benjamini_yekutieli: {
      double harmonic = 0;
      for (std::size_t k = n; k >= 1; --k) harmonic += 1 / static_cast<double>(k);
      return harmonic * size / position;
    }
    default:
      return size;
  }
}

void rise_upward(SortedP& values) {
  for (std::size_t i = 1; i < values.size(); ++i) values[i] = std::max(values[i], values[i - 1]);
}

void fall_downward(SortedP& values) {
  for (std::size_t i = values.size(); i-- > 1;) values[i - 1] = std::min(values[i - 1], values[i]);
}

// Simes' p of the set that holds `member` and the largest others: no set of this size that holds it has a
// larger one.
double hardest_simes(const SortedP& sorted, std::size_t member, std::size_t size) {
  const std::size_t first_other = sorted.size() - size + (member >= sorted.size() - size ? 0 : 1);
  double least = 1;
  std::size_t rank = 0;
  const auto take = [&](double p) {
    ++rank;
    least = std::min(least, static_cast<double>(size) / static_cast<double>(rank) * p);
  };
  if (member < first_other) take(sorted[member]);
  for (std::size_t i = first_other; i < sorted.size(); ++i) take(sorted[i]);
  return least;
}

SortedP hommel_adjusted(const SortedP& sorted) {
  SortedP adjusted(sorted.size(), 0.0);
  for (std::size_t member = 0; member < sorted.size(); ++member) {
    for (std::size_t size = 1; size <= sorted.size(); ++size)
      adjusted[member] = std::max(adjusted[member], hardest_simes(sorted, member, size));
  }
  return adjusted;
}

SortedP adjusted_in_order(const SortedP& sorted, PAdjustment method) {
  if (method == PAdjustment::hommel) return hommel_adjusted(sorted);
  SortedP adjusted(sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i)
    adjusted[i] = multiplier(i + 1, sorted.size(), method) * sorted[i];
  if (method == PAdjustment::holm) {
    rise_upward(adjusted);
  } else if (method != PAdjustment::bonferroni) {
    fall_downward(adjusted);
  }
  return adjusted;
}

}  // namespace

std::vector<double> adjusted_p_values(std::span<const double> p_values, PAdjustment method) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return p_values[a] < p_values[b]; });
  SortedP sorted;
  for (const std::size_t at : order) {
    SMM_ASSERT(p_values[at] >= 0 && p_values[at] <= 1);
    sorted.push_back(p_values[at]);
  }
  const SortedP adjusted = adjusted_in_order(sorted, method);
  std::vector<double> result(p_values.size());
  for (std::size_t i = 0; i < order.size(); ++i) result[order[i]] = std::min(1.0, adjusted[i]);
  return result;
}

}  // namespace smm::stats
