// SPDX-License-Identifier: Apache-2.0
// Totals and means with weights that were post-stratified or raked, and standard errors that know it: what
// the margins explain varies no more from sample to sample.
//
// Missing values: none, as in stats/survey_estimates.hpp.
// With d the weights of the draw and g the adjusted ones, the estimate is that of g. Its influence (y for a
// total, (y - mean) / sum of g for a mean) is replaced by its residual from the regression, with weights d,
// on the categories of all margins; for a single margin, from the mean of its category. The variance is then
// that of stats/survey_design.hpp with the weights g.
// Source: Sarndal, Swensson and Wretman (1989), Biometrika 76:527-537; Deville and Sarndal (1992), Journal of
// the American Statistical Association 87:376-382.
//
// Unit: that of y. `adjusted` is what stats/raking.hpp or stats/post_stratification.hpp made of the design's
// weights; trimming afterwards makes the error approximate. Needs at least one margin and that no stratum is
// lonely. docs/methods/raking.md has the worked example.
#pragma once

#include "stats/post_stratification.hpp"
#include "stats/survey_design.hpp"

namespace smm::stats {

Estimate calibrated_total(const SurveyDesign& design, std::span<const double> adjusted,
                          std::span<const Margin> margins, std::span<const double> values);
Estimate calibrated_mean(const SurveyDesign& design, std::span<const double> adjusted,
                         std::span<const Margin> margins, std::span<const double> values);

}  // namespace smm::stats
