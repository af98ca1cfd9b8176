// SPDX-License-Identifier: Apache-2.0
// Freezing: from a round's frame and scores to its release, once. docs/methods/release.md has the clauses.
//
// The same input gives the same release, whatever the order of rows. Bad input is refused as a whole: a
// school that the frame does not have or has twice, a score outside 0 to 100, the same scores twice. Scores
// of schools that are not marked as having answered are not used. Earlier scores that do not give the earlier
// table are refused. What the audit would refuse is refused.
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "benchmark/clauses.hpp"
#include "benchmark/frame.hpp"
#include "benchmark/release.hpp"
#include "benchmark/scores.hpp"

namespace smm::benchmark {

struct FreezeInput {
  Outline outline;
  Frame frame;
  Scores scores;
  std::optional<ItemAnswers> answers;
  std::optional<int> k;           // 5 to 100; without it 8, or 5 where fewer than 40 answered
  std::vector<Release> previous;  // oldest first
  // By `previous`: what it was frozen from; nothing, or no element: not known. The check of the stack then
  // takes everybody to have been scored and to have kept the score, and falls back where that fits nothing.
  std::vector<std::optional<Scores>> previous_scores;
};

base::Result<Release> freeze(const FreezeInput& input, const Clauses& clauses = {});

}  // namespace smm::benchmark
