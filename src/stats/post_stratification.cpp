// SPDX-License-Identifier: Apache-2.0
#include "stats/post_stratification.hpp"

#include <cmath>
#include <string>

#include "base/assert.hpp"
#include "stats/problems.hpp"

namespace smm::stats {

std::vector<double> weight_by_category(std::span<const double> weights, const Margin& margin) {
  SMM_ASSERT(weights.size() == margin.category.size());
  std::vector<double> sums(margin.totals.size(), 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    SMM_ASSERT(std::isfinite(weights[i]) && weights[i] >= 0);
    sums.at(margin.category[i]) += weights[i];
  }
  return sums;
}

base::Result<std::vector<double>> post_stratified(std::span<const double> weights, const Margin& margin) {
  std::vector<double> factors = weight_by_category(weights, margin);
  base::Problems problems;
  for (std::size_t c = 0; c < factors.size(); ++c) {
    SMM_ASSERT(std::isfinite(margin.totals[c]) && margin.totals[c] >= 0);
    if (factors[c] == 0 && margin.totals[c] > 0)
      problems.emplace_back(problem::margin_without_sample,
                            "category " + std::to_string(c + 1) +
                                " of a margin has no unit in the sample; join it "
                                "to another");
    factors[c] = factors[c] == 0 ? 0 : margin.totals[c] / factors[c];
  }
  if (!problems.empty()) return problems;
  std::vector<double> adjusted(weights.begin(), weights.end());
  for (std::size_t i = 0; i < adjusted.size(); ++i) adjusted[i] *= factors[margin.category[i]];
  return adjusted;
}

}  // namespace smm::stats
