// SPDX-License-Identifier: Apache-2.0
// Does the stack of all releases leave every unit 20 points, to everybody outside (always) and to any two who
// tell each other their scores (unless the unit's score lies within 20 points of 0 or 100)?
// docs/methods/stack.md.
//
// Exact, but seldom by linear programme: from one set of scores that satisfies all rows, a unit that can move
// 20 points alone, or against each of three others alone, keeps them whatever two others know. Only what is
// left is solved; there, two who know matter only if one of them has to move. Stacks that no scores satisfy
// (somebody's scores changed) say nothing and pass. Internal to benchmark.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "benchmark/stack_rows.hpp"

namespace smm::benchmark {

struct StackBreach {
  std::string area;
  std::string unit;                // institution
  std::vector<std::string> known;  // institutions that told each other: none, or up to two
};

// Known scores of units in an area, 0 to 100; where one is not known, the middle of its last bin is taken.
using KnownScores = std::vector<std::map<std::string, double>>;  // by area of the last release's outline

// The first breach found; nothing when the promise is kept. A single release keeps it by construction.
std::optional<StackBreach> stack_breach(const std::vector<const ReleaseContent*>& releases,
                                        const std::string& profession, const KnownScores& scores);

}  // namespace smm::benchmark
