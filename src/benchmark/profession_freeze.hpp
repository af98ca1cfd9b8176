// SPDX-License-Identifier: Apache-2.0
// The release of one profession but for its norms, which are computed from it. Internal to benchmark.
#pragma once

#include "benchmark/freeze_input.hpp"
#include "benchmark/stack_check.hpp"
#include "benchmark/unit_values.hpp"

namespace smm::benchmark {

// The least units of a block when nobody says otherwise: 8, or 5 where fewer than 40 answered.
int usual_k(std::size_t answered);

// State, k, fewest scored and width as a profession's units give them; no rows yet.
ProfessionRelease profession_frame(const std::string& id, std::size_t answered, std::optional<int> k,
                                   const Clauses& clauses);

// What a profession released: its part of the release, and the block of each of its units ("" for none).
struct FrozenProfession {
  std::vector<Unit> units;
  std::vector<AreaOfUnits> values;  // by area
  ProfessionRelease release;
  std::vector<std::string> block;  // of every unit
};

FrozenProfession freeze_profession(const FreezeInput& input, const FreezeRows& rows, std::size_t profession,
                                   const Clauses& clauses);

// The same with the whole profession as one block.
void make_one_bin(FrozenProfession& frozen, const Outline& outline);

// What the units scored, for the check of the stack.
KnownScores known_scores(const FrozenProfession& frozen);

}  // namespace smm::benchmark
