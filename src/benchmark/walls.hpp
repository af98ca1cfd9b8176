// SPDX-License-Identifier: Apache-2.0
// Walls: groups of medicine that blocks never straddle, so that they can have figures of their own.
//
// MD and DO part if both sides hold k units that answered; control parts inside that, public from the rest,
// if all its cells do. A wall that cannot stand everywhere stands nowhere. Other professions have no walls.
#pragma once

#include <string>
#include <vector>

#include "benchmark/units.hpp"

namespace smm::benchmark {

inline constexpr std::string_view walled_profession = "medicine";
inline constexpr std::string_view programme_wall = "programme";
inline constexpr std::string_view control_wall = "control";

using Walls = std::vector<std::string_view>;  // outermost first

// Sets of walls that every cell has k units for, most walls first; the last is no wall at all.
std::vector<Walls> possible_walls(const std::vector<Unit>& units, const std::vector<FrameRow>& rows,
                                  std::string_view profession, std::size_t k);

// Which cell a frame row is in: "medicine_md/public", "private", or "" without walls.
std::string cell_of(const FrameRow& row, const Walls& walls);

std::string_view control_side(const FrameRow& row);  // "public" or "private"

}  // namespace smm::benchmark
