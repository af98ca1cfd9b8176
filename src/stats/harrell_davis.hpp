// SPDX-License-Identifier: Apache-2.0
// The Harrell-Davis quantile: a weighted mean of all sorted values, smoother and for middle quantiles of
// small samples more efficient than any single one; with a jackknife standard error.
//
// Missing values: there are none; the caller leaves them out and says so.
//   HD_p = sum over i of w_i x_(i),  w_i = I(i/n; a, b) - I((i-1)/n; a, b),  a = (n+1) p,  b = (n+1)(1-p)
// with I the regularized incomplete beta function.
//   SE = square root of ( (n-1)/n * sum over j of (HD_p without x_j - mean of these)^2 )
// where the estimate without one value is that of a sample of n-1 with a and b kept as above, as Harrell
// and Davis give it and R's Hmisc computes it.
// Source: Harrell and Davis (1982), Biometrika 69:635-640.
//
// Unit: that of the values. Needs at least one finite value and 0 < p < 1; the standard error needs three.
// docs/methods/harrell-davis.md has the worked example.
#pragma once

#include <optional>
#include <span>

namespace smm::stats {

double harrell_davis(std::span<const double> values, double p);

// None for fewer than three values.
std::optional<double> harrell_davis_error(std::span<const double> values, double p);

}  // namespace smm::stats
