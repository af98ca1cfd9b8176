// SPDX-License-Identifier: Apache-2.0
// Priorities from pairwise comparisons (the eigenvector of the analytic hierarchy process), with the usual
// measure of how far the comparisons contradict each other.
//
// In:  an n x n matrix, row by row: a_ij says how many times as important thing i is as thing j; a_ii = 1,
//      a_ji = 1 / a_ij, every entry from 1e-100 to 1e100. 1 <= n <= 15.
// Out: priorities  w with A w = lambda_max w, positive, sum 1
//      lambda_max  largest eigenvalue; n when the comparisons agree with each other
//      CI = (lambda_max - n) / (n - 1)                                             (0 for n = 1, 2)
//      CR = CI / RI(n), RI = mean CI of random matrices                            (0 for n = 1, 2)
// Source: Saaty (1977), Journal of Mathematical Psychology 15:234-281; Saaty (1980), The Analytic Hierarchy
// Process, McGraw-Hill, p. 21, for RI(1..15). The table ends at 15, and so does this function. Later
// simulations differ in the second decimal; 0.1 as the bound of CR is a convention tied to Saaty's own.
//
// Method: a positive matrix, squared again and again, tends to the product of its two Perron vectors
// whatever its other eigenvalues are; only sums of positive terms occur. A few power steps on the matrix
// itself then remove the rounding. Does not mend or complete comparisons.
// docs/methods/pairwise-priorities.md has the worked example.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace smm::stats {

inline constexpr std::size_t most_compared = 15;

struct PairwisePriorities {
  std::vector<double> priorities;
  double lambda_max = 0;
  double consistency_index = 0;
  double consistency_ratio = 0;
};

PairwisePriorities pairwise_priorities(std::span<const double> matrix, std::size_t n);

// Saaty's mean consistency index of random reciprocal matrices; 1 <= n <= 15.
double random_consistency_index(std::size_t n);

}  // namespace smm::stats
