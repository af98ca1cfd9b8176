// SPDX-License-Identifier: Apache-2.0
// The median of values and an interval for the population's, from the order statistics alone: no shape of
// the distribution is assumed.
//
// With n sorted values the interval is x_(r) to x_(n+1-r), r the largest rank of which a binomial count of
// n halves is below with probability at most half of 1 - confidence; so it covers at least as often as it
// says. For so few values that there is no such rank (fewer than 6 for 95 %) it is the whole range.
// Source: Conover (1999), Practical Nonparametric Statistics, 143-148.
//
// The median of an even number is the mean of the two in the middle. Unit: that of the values, finite, at
// least one. docs/methods/median.md has the worked example.
#pragma once

#include <span>

#include "stats/interval.hpp"

namespace smm::stats {

struct Median {
  double value = 0;
  Interval interval;
};

Median median_with_interval(std::span<const double> values, double confidence);

}  // namespace smm::stats
