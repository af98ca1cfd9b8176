// SPDX-License-Identifier: Apache-2.0
// Wilson's interval of confidence for a share: keeps its coverage for small counts and shares near 0 or 1,
// where the usual p -+ z SE fails.
//
// Missing values: not in either count; `out_of` is the number of those who answered.
// With p = successes / n and z the normal quantile of the confidence, the ends are
//   ( p + z^2 / 2n  -+  z * square root of ( p (1-p) / n + z^2 / 4n^2 ) ) / ( 1 + z^2 / n )
// Source: Wilson (1927), Journal of the American Statistical Association 22:209-212. No correction for
// continuity. Unit: shares, 0 <= low <= p <= high <= 1; low is exactly 0 at no success, high exactly 1 at n.
//
// Needs n >= 1, successes <= n, a confidence between 0 and 1. For simple random samples from a large
// population; not for weighted shares. docs/methods/wilson-interval.md has the worked example.
#pragma once

#include <cstddef>

#include "stats/interval.hpp"

namespace smm::stats {

Interval wilson_interval(std::size_t successes, std::size_t out_of, double confidence);

}  // namespace smm::stats
