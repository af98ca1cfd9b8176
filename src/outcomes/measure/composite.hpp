// SPDX-License-Identifier: Apache-2.0
// A sum of standardized parts over schools, as in the social mission score of 2010, with a robust version and
// a bootstrap band.
//
//   composite   sum over parts of z (stats/standard_scores.hpp)
//   robust      sum over parts of distances from the median in units of 1.4826 MAD; none where more than half
//               of the schools are equal in a part
//   band        the middle 95 % of the composite over replicates in which every school's counts are drawn
//               anew (binomial, independent) and everything is standardized again; none without counts
//
// docs/methods/social-mission-score-2010.md has the worked example.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/random.hpp"
#include "stats/interval.hpp"
#include "stats/standard_scores.hpp"

namespace smm::outcomes::measure {

// parts[school][part]
using SchoolParts = std::vector<std::vector<double>>;

struct CompositeScore {
  std::vector<double> z;  // by part
  double composite = 0;
  std::optional<double> robust;
  std::optional<stats::Interval> band;
};

// Nothing when there are fewer than three schools, or a part in which all schools are equal.
std::optional<std::vector<CompositeScore>> composite_scores(const SchoolParts& parts,
                                                            stats::SpreadDivisor divisor);

inline constexpr std::size_t band_replicates = 999;

// `redraw` gives the parts of one replicate. Replicates in which a part has no spread are left out.
void add_bands(std::vector<CompositeScore>& scores, stats::SpreadDivisor divisor, std::uint64_t seed,
               const std::function<SchoolParts(base::Random&)>& redraw);

// Binomial counts: how many of n chances of this probability come true. Inverts the distribution, which is
// laid out once (12 standard deviations to both sides of its mode; beyond lies less than 1e-30 of it).
class BinomialCounts {
 public:
  BinomialCounts(std::size_t n, double probability);
  std::size_t draw(base::Random& random) const;

 private:
  std::size_t first_ = 0;
  std::vector<double> sums_;  // of weights, ascending
};

}  // namespace smm::outcomes::measure
