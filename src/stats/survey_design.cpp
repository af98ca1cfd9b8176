// SPDX-License-Identifier: Apache-2.0
#include "stats/survey_design.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

void check_lists(const SurveyDesign& design) {
  const std::size_t units = design.weights.size();
  SMM_ASSERT(design.strata.empty() || design.strata.size() == units);
  SMM_ASSERT(design.clusters.empty() || design.clusters.size() == units);
  double sum = 0;
  for (const double weight : design.weights) {
    SMM_ASSERT(std::isfinite(weight) && weight >= 0);
    sum += weight;
  }
  SMM_ASSERT(sum > 0);
}

bool is_lonely(const Stratum& stratum) {
  return stratum.clusters.size() == 1 && stratum.left_out > 0;
}

double squares_about_the_mean(const std::vector<double>& values) {
  double mean = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares;
}

void place_units(const SurveyDesign& design, std::vector<Stratum>& strata) {
  struct Home {
    std::size_t stratum;
    std::size_t place;
  };
  std::map<std::size_t, Home> home_of;  // by the name of the cluster
  for (std::size_t unit = 0; unit < design.weights.size(); ++unit) {
    const std::size_t h = design.strata.empty() ? 0 : design.strata[unit];
    const std::size_t name = design.clusters.empty() ? unit : design.clusters[unit];
    const auto [home, is_new] = home_of.try_emplace(name, Home{h, strata[h].clusters.size()});
    SMM_ASSERT(home->second.stratum == h);
    if (is_new) strata[h].clusters.emplace_back();
    strata[h].clusters[home->second.place].push_back(unit);
  }
}

}  // namespace

std::vector<Stratum> strata_of(const SurveyDesign& design) {
  check_lists(design);
  const std::size_t count =
      design.strata.empty() ? 1 : *std::max_element(design.strata.begin(), design.strata.end()) + 1;
  SMM_ASSERT(design.frame.empty() || design.frame.size() == count);
  std::vector<Stratum> strata(count);
  place_units(design, strata);
  for (std::size_t h = 0; h < count; ++h) {
    const double drawn = static_cast<double>(strata[h].clusters.size());
    SMM_ASSERT(drawn > 0);
    if (design.frame.empty()) continue;
    SMM_ASSERT(design.frame[h] >= drawn);
    strata[h].left_out = 1 - drawn / design.frame[h];
  }
  return strata;
}

std::optional<std::size_t> lonely_stratum(const SurveyDesign& design) {
  const std::vector<Stratum> strata = strata_of(design);
  const auto found = std::find_if(strata.begin(), strata.end(), is_lonely);
  if (found == strata.end()) return std::nullopt;
  return static_cast<std::size_t>(found - strata.begin());
}

std::size_t degrees_of_freedom(const SurveyDesign& design) {
  std::size_t degrees = 0;
  for (const Stratum& stratum : strata_of(design)) degrees += stratum.clusters.size() - 1;
  return degrees;
}

double linearised_variance(const SurveyDesign& design, std::span<const double> influence) {
  SMM_ASSERT(influence.size() == design.weights.size());
  double variance = 0;
  for (const Stratum& stratum : strata_of(design)) {
    SMM_ASSERT(!is_lonely(stratum));
    if (stratum.clusters.size() == 1) continue;  // wholly taken: nothing was left to chance
    std::vector<double> sums;
    for (const auto& cluster : stratum.clusters) {
      double sum = 0;
      for (const std::size_t unit : cluster) sum += design.weights[unit] * influence[unit];
      sums.push_back(sum);
    }
    const double drawn = static_cast<double>(sums.size());
    variance += stratum.left_out * drawn / (drawn - 1) * squares_about_the_mean(sums);
  }
  return variance;
}

}  // namespace smm::stats
