// SPDX-License-Identifier: Apache-2.0
// Which moves come first. docs/methods/moves.md, with a worked example.
//
//   1. items of the dean's priorities before all others;
//   2. the larger shown share of schools already there; a share that is not shown ranks as the median of the
//      shown shares among the candidates. Under 30 schools there are no shares, and this is passed over;
//   3. a term's effort before a year's;
//   4. in the order asked.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "instrument/item.hpp"

namespace smm::report {

// An item that could be moved: below its top, lawful here, a year's effort or less.
struct MoveCandidate {
  bool priority = false;
  std::optional<int> share;
  instrument::Effort effort = instrument::Effort::year;
};

// Positions in `candidates`, which stand in the order asked; best first.
std::vector<std::size_t> rank_moves(const std::vector<MoveCandidate>& candidates);

// The median of what is shown, the mean of the two in the middle; nothing when nothing is.
std::optional<double> median_shown(const std::vector<MoveCandidate>& candidates);

}  // namespace smm::report
