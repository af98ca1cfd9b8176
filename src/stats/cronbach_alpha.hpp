// SPDX-License-Identifier: Apache-2.0
// How far the items of a scale go together: Cronbach's alpha, with what else is usually printed beside it.
//
// Missing values: covariances are pairwise, each from the people who answered both items; a person's own
// mean is over the items answered. People who answered none do not count. For complete cases, leave people
// out first. Items that run the other way have to be turned first (7 - x on a scale of 1 to 6).
// With C the covariances of k items, R the same scaled to ones on the diagonal, 1'C1 the sum of all entries:
//   alpha            k/(k-1) (1 - tr C / 1'C1)
//   standardized     k/(k-1) (1 - k / 1'R1)
//   mean correlation (1'R1 - k) / (k (k-1))
//   lambda 6         1 - sum of (1 - squared multiple correlation) / 1'R1, that being 1 - 1/(R^-1)_ii
//   error of alpha   square root of ( 2 k^2 (1'C1 (tr C^2 + (tr C)^2) - 2 tr C 1'C^2 1) / ((k-1)^2 (1'C1)^3
//   n) ) of each item     correlation with the people's means; with the sum of the other items (from C);
//   alpha
//                    of the scale without it (none for two items)
// Sources: Cronbach (1951), Psychometrika 16:297-334; Guttman (1945), Psychometrika 10:255-282; van Zyl,
// Neudecker and Nel (2000), Psychometrika 65:271-280 (the error, for normal items).
//
// Units: mean and sd in those of the items, the rest without. Needs k >= 2 lists of equal length. No result
// when two items have fewer than two people in common, when one does not vary among them, or when the sum
// does not vary; no lambda 6 when R cannot be inverted. For items that are symptoms of one thing: it says
// nothing about a list of practices. docs/methods/cronbach-alpha.md has the worked example.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace smm::stats {

using ItemAnswers = std::vector<std::optional<double>>;  // one per person

struct ItemOfScale {
  double with_mean = 0;
  double with_rest = 0;
  std::optional<double> alpha_without;
};

struct ScaleConsistency {
  double alpha = 0;
  double standardized = 0;
  double mean_correlation = 0;
  std::optional<double> lambda6;
  double error = 0;
  std::size_t people = 0;
  double mean = 0;
  double sd = 0;
  std::vector<ItemOfScale> items;
};

std::optional<ScaleConsistency> cronbach_alpha(std::span<const ItemAnswers> items);

}  // namespace smm::stats
