// SPDX-License-Identifier: Apache-2.0
// What a reader makes of a stack in one area: unknown scores, and sums of them that lie between two ends.
//
// A unit's score is one unknown for as long as it stays as it was, in the reader's view. Whoever knows who
// was scored and who kept the score has the rows as they are. Others take everybody to be scored, or to have
// kept the score: that may be wrong, and then what they conclude may be. Internal to benchmark.
#pragma once

#include <string>
#include <vector>

#include "benchmark/stack_rows.hpp"

namespace smm::benchmark {

inline constexpr double most_points = 100;

struct StackReader {
  bool takes_all_for_scored = false;
  bool takes_all_for_kept = false;
};

// Knows all that can be known but other units' scores.
inline constexpr StackReader best_informed{false, false};
// Knows the releases alone.
inline constexpr StackReader of_releases{true, true};

struct StackUnknown {
  std::size_t institution = 0;       // position in ProfessionStack::institutions
  std::string name;                  // its id
  std::vector<std::string> systems;  // that the unit belonged to while it had this score, sorted
  std::vector<double> scores;  // what it is: one; several where the reader takes changed scores for one;
                               // none where the unit was never scored, or that is not known
};

struct StackRow {
  std::vector<std::size_t> unknowns;  // ascending
  double low = 0;                     // of their sum
  double high = 0;

  friend bool operator==(const StackRow&, const StackRow&) = default;
};

struct AreaStack {
  std::vector<StackUnknown> unknowns;  // each in at least one row
  std::vector<StackRow> rows;
};

// With scores that are not known, only what `of_releases` makes of the stack has a meaning.
AreaStack area_stack(const ProfessionStack& stack, std::size_t area, const StackReader& reader);

}  // namespace smm::benchmark
