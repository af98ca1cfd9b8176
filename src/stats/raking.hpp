// SPDX-License-Identifier: Apache-2.0
// Weights adjusted to several margins at once, when the totals of their crossing are not known or its cells
// are too small: iterative proportional fitting.
//
// Missing values: none, as in stats/post_stratification.hpp, which says what a margin is.
// Each round post-stratifies to each margin in turn; rounds end when no category is further than 1e-12 of
// its total from it. The weights are then w_i times one factor for each category i is in: of all that meet
// the margins, those closest to w in relative entropy.
// Source: Deming and Stephan (1940), Annals of Mathematical Statistics 11:427-444; Deville, Sarndal and
// Sautory (1993), Journal of the American Statistical Association 88:1013-1020.
//
// Problems: margin_without_sample; margins_differ when totals differ by more than 1e-9 of their size;
// raking_unsettled after 10,000 rounds, which happens when empty crossings leave no solution. Needs at least
// one margin. docs/methods/raking.md has the worked example.
#pragma once

#include "stats/post_stratification.hpp"

namespace smm::stats {

base::Result<std::vector<double>> raked(std::span<const double> weights, std::span<const Margin> margins);

}  // namespace smm::stats
