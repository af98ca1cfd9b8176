// SPDX-License-Identifier: Apache-2.0
// Who has to move so that one unknown of an area's stack can have two values far apart, seen from the scores
// as they are: the fewest points of others, by linear programme. Internal to benchmark.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "benchmark/stack_programme.hpp"
#include "benchmark/stack_reader.hpp"

namespace smm::benchmark {

// Scores that satisfy all rows and differ least (in sum) from `wanted`; nothing when no scores satisfy them.
std::optional<std::vector<double>> nearest_scores(const AreaStack& stack, const std::vector<double>& wanted);

class StackMoves {
 public:
  // `scores` satisfy the rows; one for each unknown.
  StackMoves(const AreaStack& stack, const std::vector<double>& scores);

  // The other unknowns that move, ascending, in two sets of scores between which `unknown` differs by
  // `points`. `known` ones do not move. Nothing when the rows do not allow that.
  std::optional<std::vector<std::size_t>> that_part(std::size_t unknown, double points,
                                                    std::span<const std::size_t> known);

 private:
  std::vector<std::size_t> moved_but(std::size_t unknown) const;
  void target(std::size_t unknown, double cost, double coefficient);
  void hold(std::size_t unknown, bool held);

  std::vector<double> scores_;
  std::size_t parting_row_;
  LinearProgramme programme_;
};

}  // namespace smm::benchmark
