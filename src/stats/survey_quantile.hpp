// SPDX-License-Identifier: Apache-2.0
// Quantiles of a weighted sample, with Woodruff's interval.
//
// Missing values: there are none; the caller leaves the unit out and says so.
//   quantile  q = the smallest value with at least the share p of the weight at or below it
//   interval  quantiles at the ends of the interval for the share of the population at or below q:
//             F -+ t * SE(F), F the weighted share with value <= q, t Student's with as many degrees of
//             freedom as clusters less strata
//   error     length of the interval / (2 t)
// An end that would need a share below 0 or above 1 does not exist, nor then does the error.
// Source: Woodruff (1952), Journal of the American Statistical Association 47:635-646; Francisco and Fuller
// (1991), Annals of Statistics 19:454-469.
//
// Unit: that of the values. Needs 0 <= p <= 1, finite values, and for the interval that no stratum is lonely
// and that there is at least one degree of freedom. docs/methods/survey-quantile.md has the worked example.
#pragma once

#include <optional>
#include <span>

#include "stats/survey_design.hpp"

namespace smm::stats {

struct QuantileEstimate {
  double value = 0;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> error;
};

double weighted_quantile(std::span<const double> values, std::span<const double> weights, double p);

QuantileEstimate survey_quantile(const SurveyDesign& design, std::span<const double> values, double p,
                                 double confidence);

}  // namespace smm::stats
