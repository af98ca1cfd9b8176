// SPDX-License-Identifier: Apache-2.0
#include "benchmark/unit_values.hpp"

#include <cmath>

namespace smm::benchmark {
namespace {

constexpr double ten_thousandths = 10'000;
constexpr std::int64_t parts_of_a_ten_thousandth = 840;

UnitValue mean_value(const Unit& unit, const std::vector<const SheetScores*>& sheets, std::size_t area,
                     double AreaValue::*field) {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  for (const std::size_t row : unit.rows) {
    if (sheets[row] == nullptr || !sheets[row]->areas[area]) continue;
    sum += std::llround((*sheets[row]->areas[area]).*field * ten_thousandths) * parts_of_a_ten_thousandth;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return sum / count;
}

}  // namespace

std::vector<AreaOfUnits> values_of_units(const std::vector<Unit>& units,
                                         const std::vector<const SheetScores*>& sheets, std::size_t areas) {
  std::vector<AreaOfUnits> values(areas);
  for (std::size_t area = 0; area < areas; ++area) {
    for (const Unit& unit : units) {
      values[area].score.push_back(mean_value(unit, sheets, area, &AreaValue::score));
      values[area].lower.push_back(mean_value(unit, sheets, area, &AreaValue::lower));
      values[area].upper.push_back(mean_value(unit, sheets, area, &AreaValue::upper));
    }
  }
  return values;
}

double points(std::int64_t value) {
  return static_cast<double>(value) / static_cast<double>(parts_of_a_point);
}

}  // namespace smm::benchmark
