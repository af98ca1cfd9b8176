// SPDX-License-Identifier: Apache-2.0
#include "stats/standardized_distance.hpp"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

struct SampleMoments {
  double size = 0;
  double mean = 0;
  double variance = 0;
};

SampleMoments moments_of(std::span<const double> values) {
  SMM_ASSERT(values.size() >= 2);
  SampleMoments moments;
  moments.size = static_cast<double>(values.size());
  for (const double value : values) {
    SMM_ASSERT(std::isfinite(value));
    moments.mean += value / moments.size;
  }
  for (const double value : values)
    moments.variance += (value - moments.mean) * (value - moments.mean) / (moments.size - 1);
  return moments;
}

double chance_below(double t, double degrees, double noncentrality) {
  if (noncentrality == 0) return boost::math::cdf(boost::math::students_t(degrees), t);
  return boost::math::cdf(boost::math::non_central_t(degrees, noncentrality), t);
}

// The noncentrality at which `t` has the share `below` under it: the share falls as noncentrality rises.
double noncentrality_at(double t, double degrees, double below) {
  double step = 1;
  while (chance_below(t, degrees, t - step) < below) step *= 2;
  double low = t - step;
  for (step = 1; chance_below(t, degrees, t + step) > below;) step *= 2;
  double high = t + step;
  for (;;) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    (chance_below(t, degrees, middle) > below ? low : high) = middle;
  }
}

}  // namespace

std::optional<double> standardized_distance(double own, double mean, double sd) {
  SMM_ASSERT(std::isfinite(own) && std::isfinite(mean) && std::isfinite(sd) && sd >= 0);
  if (sd == 0) return std::nullopt;
  return (own - mean) / sd;
}

std::optional<GroupDifference> group_difference(std::span<const double> first, std::span<const double> second,
                                                double confidence) {
  SMM_ASSERT(confidence > 0 && confidence < 1);
  const SampleMoments a = moments_of(first);
  const SampleMoments b = moments_of(second);
  const double degrees = a.size + b.size - 2;
  const double pooled = ((a.size - 1) * a.variance + (b.size - 1) * b.variance) / degrees;
  if (pooled == 0) return std::nullopt;
  const double tail = (1 - confidence) / 2;
  const double root = std::sqrt(1 / a.size + 1 / b.size);
  GroupDifference result;
  result.d = (a.mean - b.mean) / std::sqrt(pooled);
  const double t = result.d / root;
  result.interval = {root * noncentrality_at(t, degrees, 1 - tail),
                     root * noncentrality_at(t, degrees, tail)};
  result.unbiased =
      result.d * boost::math::tgamma_ratio(degrees / 2, (degrees - 1) / 2) / std::sqrt(degrees / 2);
  result.by_mean_variance = (a.mean - b.mean) / std::sqrt((a.variance + b.variance) / 2);
  return result;
}

double share_difference(double first, double second) {
  SMM_ASSERT(first >= 0 && first <= 1 && second >= 0 && second <= 1);
  return 2 * std::asin(std::sqrt(first)) - 2 * std::asin(std::sqrt(second));
}

}  // namespace smm::stats
