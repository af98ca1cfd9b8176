// SPDX-License-Identifier: Apache-2.0
// The range that the rows of an area's stack leave each unknown, to a reader to whom nobody tells anything.
// Exact, with few linear programmes: every solution met on the way shows what all unknowns can be. Internal
// to benchmark.
#pragma once

#include "benchmark/stack_programme.hpp"
#include "benchmark/stack_reader.hpp"

namespace smm::benchmark {

class StackRanges {
 public:
  explicit StackRanges(const AreaStack& stack);

  // Do any scores satisfy the rows? The rest only when they do.
  bool any_scores_fit() const { return fits_; }

  // Can the unknown have two values at least so many points apart?
  bool leaves(std::size_t unknown, double points);

  // Can it have this value?
  bool holds(std::size_t unknown, double value);

 private:
  bool wide(std::size_t unknown, double points) const { return high_[unknown] - low_[unknown] >= points; }
  void meet_some_corners();
  void solve_towards(std::size_t unknown, double direction);
  void see();

  LinearProgramme programme_;
  std::vector<double> low_, high_;  // seen so far
  bool fits_;
};

}  // namespace smm::benchmark
