// SPDX-License-Identifier: Apache-2.0
// Shares of a whole, weights of mean 1, and two ways to take the mean of several people's shares.
//
//   proportions                p_i = v_i / sum of v
//   mean_one                   w_i = n v_i / sum of v; exactly 1 each when all values are equal
//   mean_proportions           arithmetic mean of the rows, each turned into shares first
//   geometric_mean_proportions p_i in proportion to (product over rows of p_ri)^(1/rows)
//
// The arithmetic mean is for points from a budget, where 0 is a lawful opinion; the geometric mean is for
// shares that stand for ratios, because only it gives "a to b" as the inverse of "b to a" (Aczel and
// Saaty 1983, Journal of Mathematical Psychology 27:93-102).
//
// Values are finite and not negative, with at least one above 0 (geometric: all above 0); rows are equally
// long, at least one. Multiplying a row by a constant changes nothing but rounding.
// docs/methods/budget-weights.md has the worked example.
#pragma once

#include <span>
#include <vector>

namespace smm::stats {

std::vector<double> proportions(std::span<const double> values);
std::vector<double> mean_one(std::span<const double> values);
std::vector<double> mean_proportions(std::span<const std::vector<double>> rows);
std::vector<double> geometric_mean_proportions(std::span<const std::vector<double>> rows);

}  // namespace smm::stats
