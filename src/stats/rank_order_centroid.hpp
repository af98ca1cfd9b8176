// SPDX-License-Identifier: Apache-2.0
// Rank-order centroid weights: numbers for "this matters more than that" when only the order is known.
//
// Of n things ranked 1 (most important) to n, the k-th gets
//   w_k = (1/n) * sum over j = k..n of 1/j
// which is the center of all weight vectors that keep the order and sum to 1.
// Source: Edwards and Barron (1994), SMARTS and SMARTER, Organizational Behavior and Human Decision
// Processes 60:306-325; Barron and Barrett (1996), Management Science 42:1515-1523.
// Tied things share the mean of the weights of the positions they fill together.
//
// Unit: shares that sum to 1. Needs n >= 1. Does not judge whether ranks are whole or without gaps: only
// their order counts. docs/methods/rank-order-centroid.md has the worked example.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace smm::stats {

// Weights of the positions 1..n, falling.
std::vector<double> rank_order_centroid(std::size_t n);

// Weights of things in the order given, from their ranks (lowest rank = most important).
std::vector<double> rank_order_centroid_of(std::span<const double> ranks);

}  // namespace smm::stats
