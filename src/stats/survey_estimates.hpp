// SPDX-License-Identifier: Apache-2.0
// Weighted totals, means and ratios of a sample, with standard errors by linearisation (Taylor).
//
// Missing values: there are none; a unit without the value is left out of a mean by `weighted_mean_among`
// (its weight still tells how the sample was drawn), never given a value.
//   statistic                                  influence of a unit
//   total   T = sum of w y                     y
//   mean    m = sum of w y / sum of w          (y - m) / sum of w
//   ratio   r = sum of w y / sum of w x        (y - r x) / sum of w x
//   mean among members                         that of the ratio of y to 1, and 0 for the others
// stats/survey_design.hpp turns influences into the variance, with the finite-population correction.
//   design effect = variance of the mean / variance under a simple draw of as many units without replacement
//                 = V / ( s^2 (N - n) / (N n) ), s^2 = n / (n-1) * weighted mean of (y - m)^2, N = sum of w
// Units: total and mean in that of y, ratio y per x. Lists are as long as the sample, values finite; a mean
// needs weight among its members, a ratio a sum of w x that is not 0, a design effect at least two units,
// more weight than units, and values that differ. docs/methods/survey-errors.md has the worked example.
#pragma once

#include "stats/survey_design.hpp"

namespace smm::stats {

Estimate weighted_total(const SurveyDesign& design, std::span<const double> values);
Estimate weighted_mean(const SurveyDesign& design, std::span<const double> values);
Estimate weighted_ratio(const SurveyDesign& design, std::span<const double> above,
                        std::span<const double> below);

// The mean of a part of the population; values of units that are not members are not looked at.
Estimate weighted_mean_among(const SurveyDesign& design, std::span<const double> values,
                             const std::vector<bool>& is_member);

double design_effect(const SurveyDesign& design, std::span<const double> values);

}  // namespace smm::stats
