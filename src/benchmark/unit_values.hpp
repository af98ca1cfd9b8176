// SPDX-License-Identifier: Apache-2.0
// Values of units in an area, as whole numbers, so that means fall into the same bin on every machine.
//
// A unit's value is the plain mean of its programs' scored values; nothing when none is scored. Values are
// counted in 1 / 8,400,000 of a point: four decimals of a score, divided among up to eight programs.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "benchmark/scores.hpp"
#include "benchmark/units.hpp"

namespace smm::benchmark {

inline constexpr std::int64_t parts_of_a_point = 8'400'000;

using UnitValue = std::optional<std::int64_t>;

struct AreaOfUnits {
  std::vector<UnitValue> score;  // by unit
  std::vector<UnitValue> lower;
  std::vector<UnitValue> upper;
};

// By area of the outline. `sheets`: for each frame row its scores, or null.
std::vector<AreaOfUnits> values_of_units(const std::vector<Unit>& units,
                                         const std::vector<const SheetScores*>& sheets, std::size_t areas);

double points(std::int64_t value);

}  // namespace smm::benchmark
