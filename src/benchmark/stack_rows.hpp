// SPDX-License-Identifier: Apache-2.0
// The stack: every bin ever released about a profession, area by area, with who was in it, and, as far as
// that is known, who was scored and with what. Units are the same over the rounds by their institution's id.
// Internal to benchmark.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "benchmark/release.hpp"
#include "benchmark/unit_values.hpp"

namespace smm::benchmark {

struct StackedRound {
  const ReleaseContent* content = nullptr;
  // By row of its frame, null where nothing was scored. Nothing: what schools scored then is not known.
  std::optional<std::vector<const SheetScores*>> sheets;
};

// A unit in one round.
struct StackedUnit {
  std::size_t institution = 0;       // position in ProfessionStack::institutions
  std::vector<std::string> systems;  // or shared deans, sorted
  std::vector<UnitValue> scores;     // by area of the last round; empty: not known
};

struct StackedBin {
  std::size_t round = 0;
  std::vector<std::size_t> units;  // of the round, that answered; not all of them need be scored
  double low = 0;                  // of the mean of those scored
  double high = 0;
};

struct ProfessionStack {
  std::vector<std::string> institutions;        // sorted
  std::vector<std::vector<StackedUnit>> units;  // by round
  std::vector<std::vector<StackedBin>> bins;    // by area of the last round, oldest first
  bool scores_known = true;                     // of every round that has bins here
};

// Oldest first. Areas that the last round does not know are left out.
ProfessionStack stack_of(const std::vector<StackedRound>& rounds, const std::string& profession);

}  // namespace smm::benchmark
