// SPDX-License-Identifier: Apache-2.0
// Linear programmes over the rows of a stack, with scores from 0 to 100. Solved by CLP (COIN-OR).
// Internal to benchmark.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "benchmark/stack_rows.hpp"

namespace smm::benchmark {

// Scores that satisfy all rows and differ least (in sum) from `wanted`; nothing when no scores satisfy them.
std::optional<std::vector<double>> nearest_scores(std::span<const StackRow> rows,
                                                  const std::vector<double>& wanted);

// The other units that have to move from `scores` (which satisfy the rows) so that the rows allow the unit
// two scores `apart` points from each other, moving as little as possible; `known` units do not move. Nothing
// when the rows do not allow that.
std::optional<std::vector<std::size_t>> units_moved(std::span<const StackRow> rows,
                                                    const std::vector<double>& scores, std::size_t unit,
                                                    double apart, std::span<const std::size_t> known);

}  // namespace smm::benchmark
