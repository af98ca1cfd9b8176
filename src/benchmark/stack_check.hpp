// SPDX-License-Identifier: Apache-2.0
// Does the stack of all releases leave every unit 20 points in an area, in every round?
// docs/methods/stack.md.
//
//   to somebody who knows all that can be known but others' scores, who was scored and who kept the score:
//     always, and also when any two deans add their scores, but for scores within 20 points of 0 or 100
//   to somebody who takes everybody for scored, or all who stayed to have kept their scores, or both: unless
//     no scores fit that view, or it leaves a range that the score does not lie in. From the releases alone
//     (both taken) a narrow range is a breach whether the score lies in it or not: so an audit finds the
//     same.
//
// Without the scores of earlier rounds only the last view is there; colluders' scores are then those nearest
// to what is known. Internal to benchmark.
#pragma once

#include <optional>
#include <string>

#include "benchmark/stack_reader.hpp"

namespace smm::benchmark {

struct StackBreach {
  std::string institution;
  std::vector<std::string> tellers;  // institutions or systems that told each other: none, or up to two
};

// What the releases alone tell.
std::optional<StackBreach> breach_by_releases(const ProfessionStack& stack, std::size_t area);

enum class StackVerdict {
  kept,
  breached,
  nothing_fits  // scores of earlier rounds are not known, and none fit what the releases alone tell
};

StackVerdict stack_verdict(const ProfessionStack& stack, std::size_t area);

}  // namespace smm::benchmark
