// SPDX-License-Identifier: Apache-2.0
// p-values adjusted for how many comparisons were made at once.
//
// Missing values: there are none; a comparison that was not made is left out and does not count in n.
// With p_(1) <= ... <= p_(n) sorted; the result stands in the order given, each at most 1:
//   bonferroni          n p_i
//   holm                largest over j <= i of (n - j + 1) p_(j)
//   hochberg            smallest over j >= i of (n - j + 1) p_(j)
//   hommel              largest over all sets of comparisons that hold i of Simes' p of the set,
//                       smallest over the set's j-th smallest p of (size / j) p
//   benjamini_hochberg  smallest over j >= i of (n / j) p_(j)
//   benjamini_yekutieli the same times 1 + 1/2 + ... + 1/n
// The first four bound the chance of one false statement or more (hochberg and hommel for independent or
// positively dependent tests), the last two the expected share of false ones among the statements made
// (benjamini_yekutieli under any dependence).
// Sources: Holm (1979), Scandinavian Journal of Statistics 6:65-70; Hochberg (1988), Biometrika 75:800-802;
// Hommel (1988), Biometrika 75:383-386; Benjamini and Hochberg (1995), Journal of the Royal Statistical
// Society B 57:289-300; Benjamini and Yekutieli (2001), Annals of Statistics 29:1165-1188.
//
// Needs 0 <= p <= 1 each; none in gives none out. hommel takes time in proportion to n^3.
// docs/methods/adjusted-p-values.md has the worked example.
#pragma once

#include <span>
#include <vector>

namespace smm::stats {

enum class PAdjustment { bonferroni, holm, hochberg, hommel, benjamini_hochberg, benjamini_yekutieli };

std::vector<double> adjusted_p_values(std::span<const double> p_values, PAdjustment method);

}  // namespace smm::stats
