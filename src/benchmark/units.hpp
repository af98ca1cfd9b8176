// SPDX-License-Identifier: Apache-2.0
// Units: who is compared. An institution's programs of one profession are one unit, because one dean answers
// for them and could else take the own programs out of a block's mean.
//
// A unit answered when any of its rows did. Its public variables are those of its first row that answered
// (its first row when none did), in the edition's order of programs.
#pragma once

#include <string>
#include <vector>

#include "benchmark/clauses.hpp"
#include "benchmark/frame.hpp"

namespace smm::benchmark {

struct Unit {
  std::string id;                    // of the institution
  std::vector<std::size_t> rows;     // positions in the frame, in the edition's order of programs
  std::size_t face = 0;              // the row whose variables are the unit's
  std::vector<std::string> systems;  // that any of its rows names, sorted
  bool answered = false;
};

// Sorted by id; `rows` are those of the whole frame.
std::vector<Unit> units_of(const std::vector<FrameRow>& rows, const Outline& outline, std::size_t profession,
                           const Clauses& clauses = {});

// Positions of the units that answered.
std::vector<std::size_t> answered_among(const std::vector<Unit>& units);

}  // namespace smm::benchmark
