// SPDX-License-Identifier: Apache-2.0
// The release of one profession but for its norms, which are computed from it. Internal to benchmark.
#pragma once

#include "benchmark/freeze_input.hpp"
#include "benchmark/partition.hpp"
#include "benchmark/unit_values.hpp"

namespace smm::benchmark {

// The least units of a block when nobody says otherwise: 8, or 5 where fewer than 40 answered.
int usual_k(std::size_t answered);

// State, k, fewest scored and width as a profession's units give them; no rows yet.
ProfessionRelease profession_frame(const std::string& id, std::size_t answered, std::optional<int> k,
                                   const Clauses& clauses);

// What a profession released: its part of the release, the block of each of its units ("" for none), and what
// its table is made from.
struct FrozenProfession {
  std::vector<Unit> units;
  std::vector<AreaOfUnits> values;  // by area
  ProfessionRelease release;
  std::vector<std::string> block;  // of every unit
  Partition partition;
  std::vector<std::string> names;  // of the partition's blocks
};

FrozenProfession freeze_profession(const FreezeInput& input, const FreezeRows& rows, std::size_t profession,
                                   const Clauses& clauses);

// The table anew: with areas that have fallen as one block, or without them.
void make_table(FrozenProfession& frozen, const Outline& outline, const Clauses& clauses);

}  // namespace smm::benchmark
