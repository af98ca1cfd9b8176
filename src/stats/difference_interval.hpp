// SPDX-License-Identifier: Apache-2.0
// The interval of a difference of two independent estimates, made of their own intervals ("square and add").
//
// With estimates a, b and intervals (la, ua), (lb, ub), the ends of a - b are
//   a - b - square root of ((a - la)^2 + (ub - b)^2)   and   a - b + square root of ((ua - a)^2 + (b - lb)^2)
// For shares with Wilson's intervals this is method 10 of Newcombe (1998), Statistics in Medicine
// 17:873-890. Unit: that of the estimates. docs/methods/equity-gap.md has the worked example.
#pragma once

#include "stats/interval.hpp"

namespace smm::stats {

struct Estimated {
  double value = 0;
  Interval interval;
};

Interval difference_interval(const Estimated& a, const Estimated& b);

}  // namespace smm::stats
