// SPDX-License-Identifier: Apache-2.0
// How much of the difference between groups is real: the variance of their true values, when each was only
// estimated, with a known sampling variance.
//
// Missing values: a group without estimate or variance is left out by the caller.
// Model: y_i ~ Normal(mu, t + v_i) for k groups, t the variance between them. With weights w_i = 1/(v_i + t),
// m the weighted mean, and Q(t) = sum of w_i (y_i - m)^2:
//   der_simonian_laird  t = (Q(0) - (k-1)) / (sum w - sum w^2 / sum w), w at t = 0; or 0 if that is below 0
//   paule_mandel        the t with Q(t) = k - 1; 0 if Q(0) is below that
//   reml                the t at which the restricted likelihood is flat:
//                       sum w^2 (y - m)^2 = sum w - sum w^2 / sum w; 0 if the left is the smaller at t = 0
// Sources: DerSimonian and Laird (1986), Controlled Clinical Trials 7:177-188; Paule and Mandel (1982),
// Journal of Research of the National Bureau of Standards 87:377-385; Raudenbush (2009), in The Handbook of
// Research Synthesis and Meta-Analysis, 2nd ed., Russell Sage Foundation, 295-315.
//
// Unit: the square of that of y. Needs at least two groups, finite y, every v_i > 0. Iterations halve an
// interval down to the last digit. Where the restricted likelihood is flat at more than one t, which takes
// very unlike v_i, one of them is found. docs/methods/between-variance.md has the worked example.
#pragma once

#include <span>

namespace smm::stats {

enum class BetweenVariance { der_simonian_laird, paule_mandel, reml };

double between_variance(std::span<const double> estimates, std::span<const double> variances,
                        BetweenVariance method);

}  // namespace smm::stats
