// SPDX-License-Identifier: Apache-2.0
#include "stats/raking.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/assert.hpp"
#include "stats/problems.hpp"

namespace smm::stats {
namespace {

double total_of(const Margin& margin) {
  return std::accumulate(margin.totals.begin(), margin.totals.end(), 0.0);
}

bool totals_agree(std::span<const Margin> margins) {
  const double first = total_of(margins.front());
  return std::all_of(margins.begin(), margins.end(), [&](const Margin& margin) {
    return std::abs(total_of(margin) - first) <= 1e-9 * std::max(first, total_of(margin));
  });
}

bool meets(std::span<const double> weights, const Margin& margin) {
  const std::vector<double> sums = weight_by_category(weights, margin);
  for (std::size_t c = 0; c < sums.size(); ++c) {
    if (std::abs(sums[c] - margin.totals[c]) > 1e-12 * margin.totals[c]) return false;
  }
  return true;
}

}  // namespace

base::Result<std::vector<double>> raked(std::span<const double> weights, std::span<const Margin> margins) {
  constexpr int most_rounds = 10000;
  SMM_ASSERT(!margins.empty());
  if (!totals_agree(margins))
    return base::Problem(problem::margins_differ, "the margins to rake to add up to different totals");
  std::vector<double> adjusted(weights.begin(), weights.end());
  for (int round = 0; round < most_rounds; ++round) {
    for (const Margin& margin : margins) {
      auto next = post_stratified(adjusted, margin);
      if (!next) return next;
      adjusted = *std::move(next);
    }
    if (std::all_of(margins.begin(), margins.end(),
                    [&](const Margin& margin) { return meets(adjusted, margin); }))
      return adjusted;
  }
  return base::Problem(problem::raking_unsettled,
                       "no weights meet all margins at once; join categories or leave a margin out");
}

}  // namespace smm::stats
