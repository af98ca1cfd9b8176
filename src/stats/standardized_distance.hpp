// SPDX-License-Identifier: Apache-2.0
// How far apart values or groups lie, in standard deviations.
//
// Missing values: left out by the caller and not counted in the sizes.
//   standardized_distance  (own - mean) / SD: where one value stands among others
//   group_difference       d = (m_1 - m_2) / S of two samples, S^2 = ((n_1-1) s_1^2 + (n_2-1) s_2^2) / f,
//                          f = n_1 + n_2 - 2 degrees of freedom
//     interval             noncentralities at which t = d / square root of (1/n_1 + 1/n_2) lies at the upper
//                          and lower end of the noncentral t distribution, times that root
//     unbiased (g)         d times Gamma(f/2) / (square root of (f/2) * Gamma((f-1)/2))
//     by_mean_variance     (m_1 - m_2) / square root of ((s_1^2 + s_2^2) / 2)
//   share_difference (h)   2 arcsin(square root of p_1) - 2 arcsin(square root of p_2)
// Sources: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., Erlbaum; Hedges
// (1981), Journal of Educational Statistics 6:107-128; Cumming and Finch (2001), Educational and
// Psychological Measurement 61:532-574.
//
// Unit: standard deviations (h: radians). Without spread (SD 0) there is no distance and none is returned.
// A group_difference needs finite values, two or more on each side, and a confidence between 0 and 1; shares
// lie from 0 to 1. docs/methods/standardized-distance.md has the worked example.
#pragma once

#include <optional>
#include <span>

#include "stats/interval.hpp"

namespace smm::stats {

struct GroupDifference {
  double d = 0;
  Interval interval;
  double unbiased = 0;
  double by_mean_variance = 0;
};

std::optional<double> standardized_distance(double own, double mean, double sd);

std::optional<GroupDifference> group_difference(std::span<const double> first, std::span<const double> second,
                                                double confidence);

double share_difference(double first, double second);

}  // namespace smm::stats
