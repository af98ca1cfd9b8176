// SPDX-License-Identifier: Apache-2.0
// The standard error of any statistic of a sample by the jackknife: leave out each cluster in turn.
//
// Missing values are the statistic's own affair: it is handed weights, one per unit of the sample.
// In the replicate without cluster c of stratum h, the units of c weigh 0 and those of the other clusters of
// h weigh n_h / (n_h - 1) times their weight. With f(c) the statistic of the replicate and f. the mean of
// all replicates,
//   variance = sum over h of (1 - n_h / N_h) (n_h - 1) / n_h sum over c in h of (f(c) - f.)^2
// For one stratum this is JK1, for several JKn. Wholly taken strata add nothing and have no replicates.
// Source: Wolter (2007), Introduction to Variance Estimation, 2nd ed., Springer, ch. 4; the mean of the
// replicates as center is what R's survey package takes.
//
// The same as linearisation for totals, close to it for smooth statistics; not for quantiles, where it does
// not converge. Needs that no stratum is lonely and that the statistic exists for every replicate.
// docs/methods/survey-jackknife.md has the worked example.
#pragma once

#include <functional>

#include "stats/survey_design.hpp"

namespace smm::stats {

using WeightedStatistic = std::function<double(std::span<const double> weights)>;

Estimate jackknife(const SurveyDesign& design, const WeightedStatistic& statistic);

}  // namespace smm::stats
