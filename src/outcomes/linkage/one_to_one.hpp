// SPDX-License-Identifier: Apache-2.0
// One right record for at most one left record, over all left records together.
//
// Left records that share a candidate form a component. Given each one's odds for its candidates against no
// record, a whole linkage (each left record takes one candidate or none, no candidate twice) has a weight:
// the product of odds. The probability of a link is the summed weight of the linkages that hold it over that
// of all. Small components (up to `enumerate_up_to` linkages) are added up linkage by linkage, exactly;
// larger ones by sum-product messages between left and right records, exact where the component has no circle
// and close where it has (source: Huang and Jebara (2009), arXiv:0908.1769, approximate permanents by belief
// propagation).
//
// The best linkage maximizes the product (by shortest augmenting paths within each component). A draw is a
// whole linkage drawn by its weight: exactly in small components, by Gibbs steps in large ones.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/random.hpp"

namespace smm::outcomes::linkage {

struct Odds {
  std::uint32_t right = 0;
  double odds = 0;  // probability over the probability of no record, when nobody else competes
};

// By left record; rights within one are distinct.
using OddsLists = std::vector<std::vector<Odds>>;

struct JointProbabilities {
  std::vector<std::vector<double>> link;  // as the lists
  std::vector<double> none;
  std::size_t components = 0;  // of two left records or more
  std::size_t enumerated = 0;  // among them, added up exactly
  bool settled = true;         // all messages stopped moving
};

struct OneToOneOptions {
  double enumerate_up_to = 20000;  // linkages of a component
  int rounds_at_most = 500;
};

JointProbabilities joint_probabilities(const OddsLists& lists, const OneToOneOptions& options = {});

// For each left record the index into its list, or nothing.
using Linkage = std::vector<std::optional<std::size_t>>;

Linkage best_linkage(const OddsLists& lists);

std::vector<Linkage> draw_linkages(const OddsLists& lists, std::size_t draws, base::Random& random,
                                   const OneToOneOptions& options = {});

}  // namespace smm::outcomes::linkage
