// SPDX-License-Identifier: Apache-2.0
#include "stats/survey_jackknife.hpp"

#include <cmath>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

struct Replicate {
  double value;
  double scale;  // of its squared distance from the mean of all
};

std::vector<double> weights_without(const SurveyDesign& design, const Stratum& stratum,
                                    std::size_t left_out) {
  const double drawn = static_cast<double>(stratum.clusters.size());
  std::vector<double> weights = design.weights;
  for (std::size_t c = 0; c < stratum.clusters.size(); ++c) {
    for (const std::size_t unit : stratum.clusters[c])
      weights[unit] *= c == left_out ? 0.0 : drawn / (drawn - 1);
  }
  return weights;
}

std::vector<Replicate> replicates(const SurveyDesign& design, const WeightedStatistic& statistic) {
  std::vector<Replicate> found;
  for (const Stratum& stratum : strata_of(design)) {
    if (stratum.left_out <= 0) continue;
    const double drawn = static_cast<double>(stratum.clusters.size());
    SMM_ASSERT(drawn > 1);
    for (std::size_t c = 0; c < stratum.clusters.size(); ++c)
      found.push_back(
          {statistic(weights_without(design, stratum, c)), stratum.left_out * (drawn - 1) / drawn});
  }
  return found;
}

}  // namespace

Estimate jackknife(const SurveyDesign& design, const WeightedStatistic& statistic) {
  const std::vector<Replicate> all = replicates(design, statistic);
  double mean = 0;
  for (const Replicate& replicate : all) mean += replicate.value / static_cast<double>(all.size());
  double variance = 0;
  for (const Replicate& replicate : all)
    variance += replicate.scale * (replicate.value - mean) * (replicate.value - mean);
  return {statistic(design.weights), std::sqrt(variance)};
}

}  // namespace smm::stats
