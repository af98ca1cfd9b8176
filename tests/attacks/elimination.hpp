// SPDX-License-Identifier: Apache-2.0
// Exact linear algebra on sums of scores: which unknowns a set of equations determines, and their values.
//
// Everything is counted in quarter points (the mean of two half-point scores), so that scores and sums are
// whole numbers, and eliminated modulo the prime 2^61 - 1: no rounding, no tolerance. An unknown is
// determined when its unit vector is in the row space. The value is then true of every solution; it counts
// only when it is a possible score (0 to 400 quarter points). Where the equations contradict each other the
// reader's idea of them is wrong, and nothing is claimed.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace smm::attacks {

struct Equation {
  std::vector<std::pair<int, std::int64_t>> terms;  // unknown, coefficient
  std::int64_t sum = 0;                             // in quarter points
};

struct Solved {
  int unknown = 0;
  std::int64_t quarter_points = 0;
};

struct Elimination {
  bool contradictory = false;
  int rank = 0;
  std::vector<Solved> solved;
};

Elimination eliminate(int unknowns, const std::vector<Equation>& equations);

}  // namespace smm::attacks
