// SPDX-License-Identifier: Apache-2.0
// Two ends of an interval of confidence, and the quantiles of the distributions that such intervals use.
//
// A confidence is a share strictly between 0 and 1, such as 0.95; the ends are in the unit of the estimate.
//   normal_quantile      z with half of 1 - confidence above it; 1.95996... for 0.95
//   student_quantile     the same of Student's t; needs degrees of freedom above 0
//   normal_interval      estimate -+ z * error; needs error >= 0
#pragma once

namespace smm::stats {

struct Interval {
  double low = 0;
  double high = 0;
};

double normal_quantile(double confidence);
double student_quantile(double confidence, double degrees_of_freedom);
Interval normal_interval(double estimate, double error, double confidence);

}  // namespace smm::stats
