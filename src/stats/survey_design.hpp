// SPDX-License-Identifier: Apache-2.0
// How a sample was drawn, as far as standard errors need to know: weights, strata, clusters, and how much of
// each stratum was taken.
//
// One entry per unit of the sample:
//   weights   1 / chance of selection, or adjusted from it; >= 0, at least one above 0
//   strata    0, 1, ..., none left out; empty: one stratum
//   clusters  any number; the first stage of the draw, never in two strata; empty: each unit by itself
// and one entry per stratum:
//   frame     number of clusters in the population, >= those in the sample; empty: drawn with replacement
//             or from so many that it makes no difference
//
// With z_c the sum over the cluster c of weight times influence (the linearised statistic), n_h clusters
// drawn of N_h in stratum h, the variance of the statistic is
//   sum over h of (1 - n_h / N_h) n_h / (n_h - 1) sum over c in h of (z_c - mean of z in h)^2
// Source: Binder (1983), International Statistical Review 51:279-292; Lumley (2004), Journal of Statistical
// Software 9(8). Only the first stage of a draw counts: an upper bound where clusters were subsampled.
//
// A stratum of one cluster that was not the whole stratum has no variance: ask lonely_stratum first, and
// join it to another. docs/methods/survey-errors.md has the worked example.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace smm::stats {

struct SurveyDesign {
  std::vector<double> weights;
  std::vector<std::size_t> strata;
  std::vector<std::size_t> clusters;
  std::vector<double> frame;
};

// A statistic and its standard error, in the same unit.
struct Estimate {
  double value = 0;
  double error = 0;
};

// The clusters of one stratum, each the places of its units in the sample.
struct Stratum {
  std::vector<std::vector<std::size_t>> clusters;
  double left_out = 1;  // 1 - n / N
};

// Breaks off (a broken precondition) on lists of unequal length and on a cluster that is in two strata.
std::vector<Stratum> strata_of(const SurveyDesign& design);

// The first stratum with a single cluster that is not all of it.
std::optional<std::size_t> lonely_stratum(const SurveyDesign& design);

// Number of clusters less number of strata.
std::size_t degrees_of_freedom(const SurveyDesign& design);

// `influence` is per unit and not yet multiplied by the weights. Needs that no stratum is lonely.
double linearised_variance(const SurveyDesign& design, std::span<const double> influence);

}  // namespace smm::stats
