// SPDX-License-Identifier: Apache-2.0
// The mean over groups whose true values differ (random effects), and each group's own value drawn toward
// it by as much as it is uncertain (empirical Bayes).
//
// Missing values: a group without estimate or variance is left out by the caller.
// With t the variance between groups (stats/between_variance.hpp), w_i = 1 / (v_i + t):
//   mean       m = sum of w y / sum of w,   SE = 1 / square root of sum of w
//   shrunken   b_i y_i + (1 - b_i) m,       b_i = t / (t + v_i)
//              SE = square root of ( b_i v_i + (1 - b_i)^2 SE(m)^2 )
//   Q          sum of (y_i - m_0)^2 / v_i, m_0 the mean with weights 1 / v_i
//   I^2        t / (t + s), s = (k-1) sum of 1/v / ((sum of 1/v)^2 - sum of 1/v^2): the typical v
// Source: Morris (1983), Journal of the American Statistical Association 78:47-55; Higgins and Thompson
// (2002), Statistics in Medicine 21:1539-1558. The errors take t as known.
//
// Units: that of y; I^2 is a share (0 to 1), not a percentage. Needs at least two groups, finite y, every
// v_i > 0, t >= 0. docs/methods/empirical-bayes.md has the worked example.
#pragma once

#include <span>
#include <vector>

#include "stats/survey_design.hpp"

namespace smm::stats {

struct ShrunkenGroups {
  Estimate mean;
  std::vector<Estimate> groups;
  double heterogeneity = 0;  // Q
  double share_between = 0;  // I^2
};

ShrunkenGroups empirical_bayes(std::span<const double> estimates, std::span<const double> variances,
                               double between);

}  // namespace smm::stats
