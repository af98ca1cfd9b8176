// SPDX-License-Identifier: Apache-2.0
// Sample quantiles by the nine definitions in use: types 1 to 9 of Hyndman and Fan (1996), The American
// Statistician 50:361-365, numbered as there and as in R, SAS and spreadsheets' manuals.
//
// Missing values: there are none; the caller leaves them out and says so.
// With x_1 <= ... <= x_n sorted, j the whole part of the position t, and g = t - j:
//   1  t = n p        x_j if g = 0, else x_(j+1)                the inverse of the empirical distribution
//   2  t = n p        mean of x_j and x_(j+1) if g = 0, else x_(j+1)
//   3  t = n p - 1/2  x_j if g = 0 and j even, else x_(j+1)
//   4-9               (1 - g) x_j + g x_(j+1) with
//      t = n p (4), n p + 1/2 (5), (n+1) p (6), 1 + (n-1) p (7), 1/3 + (n+1/3) p (8), 3/8 + (n+1/4) p (9)
// x_0 means x_1 and x_(n+1) means x_n. A t within four roundings of a whole number counts as whole, so that
// n p = 0.1 * 30 does not fall on the wrong side.
//
// Unit: that of the values. Needs at least one value, all finite, and 0 <= p <= 1. No weights: see
// stats/survey_quantile.hpp. Type 8 is nearly unbiased for the median of the quantile whatever the
// distribution; type 7 is what most programs take unasked. docs/methods/quantile.md has the worked example.
#pragma once

#include <span>

namespace smm::stats {

enum class QuantileType { type1 = 1, type2, type3, type4, type5, type6, type7, type8, type9 };

double quantile(std::span<const double> values, double p, QuantileType type);

}  // namespace smm::stats
