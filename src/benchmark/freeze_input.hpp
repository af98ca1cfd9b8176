// SPDX-License-Identifier: Apache-2.0
// What freezing takes in, checked and laid beside the frame. Internal to benchmark.
#pragma once

#include "benchmark/freeze.hpp"
#include "benchmark/stack_rows.hpp"

namespace smm::benchmark {

// The frame in order, and for each of its rows that answered the scores and answers, or null.
struct FreezeRows {
  Frame frame;
  std::vector<const SheetScores*> scores;
  std::vector<const SheetAnswers*> answers;
  std::vector<StackedRound> previous;  // with as much of their scores as is known
};

// `input` must outlive the result.
base::Result<FreezeRows> freeze_rows(const FreezeInput& input);

}  // namespace smm::benchmark
