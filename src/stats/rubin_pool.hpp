// SPDX-License-Identifier: Apache-2.0
// One estimate out of several that were made from completed or drawn copies of the data (Rubin's rules).
//
// With estimates Q_i and their variances U_i from M draws:
//   estimate Q = mean of Q_i, within U = mean of U_i, between B = sum of (Q_i - Q)^2 / (M - 1)
//   total    T = U + (1 + 1/M) B
//   degrees  v = (M - 1) (1 + 1/r)^2 with r = (1 + 1/M) B / U; without end when B is 0
// With the degrees of freedom v0 that complete data would have (Barnard and Rubin):
//   g = (1 + 1/M) B / T,  w = (1 - g) v0 (v0 + 1) / (v0 + 3),  degrees = 1 / (1/v + 1/w)
// Sources: Rubin (1987), Multiple Imputation for Nonresponse in Surveys, 76-77; Barnard and Rubin (1999),
// Biometrika 86:948-955.
//
//   pooled_wilson_interval: of a share, from the draws' shares p_i = x_i / n_i. Solves
//   (Q - p)^2 = k p (1 - p) for p, with k = t^2 (1 + r) / n, n the mean of n_i, t of Student with v degrees:
//   the ends are (2Q + k -+ square root of ((2Q + k)^2 - 4 (1 + k) Q^2)) / (2 (1 + k)).
//   Equals Wilson's interval when the draws agree. Source: Lott and Reiter (2020), The American Statistician
//   74:109-115. Where every draw is all or nothing, U is taken from Q itself.
//
// Lists are equally long, at least one draw (B is 0 for one); variances >= 0, sizes >= 1.
// docs/methods/linkage-draws.md has the worked example.
#pragma once

#include <limits>
#include <span>

#include "stats/interval.hpp"

namespace smm::stats {

struct PooledEstimate {
  double estimate = 0;
  double within = 0;
  double between = 0;
  double total = 0;               // variance
  double degrees_of_freedom = 0;  // infinity where the draws agree
};

PooledEstimate rubin_pool(std::span<const double> estimates, std::span<const double> variances,
                          double complete_degrees = std::numeric_limits<double>::infinity());

// estimate -+ t * square root of the total variance
Interval pooled_interval(const PooledEstimate& pooled, double confidence);

Interval pooled_wilson_interval(std::span<const double> shares, std::span<const double> sizes,
                                double confidence);

}  // namespace smm::stats
