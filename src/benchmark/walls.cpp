// SPDX-License-Identifier: Apache-2.0
#include "benchmark/walls.hpp"

#include <algorithm>
#include <map>

namespace smm::benchmark {
namespace {

// Has every cell of the frame k units that answered? Walls that part nothing do not count.
bool can_stand(const std::vector<Unit>& units, const std::vector<FrameRow>& rows, const Walls& walls,
               std::size_t k) {
  std::map<std::string, std::size_t> answered;
  std::map<std::string, int> outside;
  for (const Unit& unit : units) {
    answered[cell_of(rows[unit.face], walls)] += unit.answered ? 1 : 0;
    ++outside[cell_of(rows[unit.face], {walls.begin(), walls.end() - 1})];
  }
  return answered.size() > outside.size() &&
         std::ranges::all_of(answered, [&](const auto& cell) { return cell.second >= k; });
}

}  // namespace

std::string_view control_side(const FrameRow& row) {
  return row.control == "public" ? "public" : "private";
}

std::string cell_of(const FrameRow& row, const Walls& walls) {
  std::string cell;
  for (const std::string_view wall : walls) {
    if (!cell.empty()) cell += '/';
    cell += wall == programme_wall ? std::string_view(row.programme) : control_side(row);
  }
  return cell;
}

std::vector<Walls> possible_walls(const std::vector<Unit>& units, const std::vector<FrameRow>& rows,
                                  std::string_view profession, std::size_t k) {
  std::vector<Walls> possible;
  if (profession == walled_profession) {
    const bool programme = can_stand(units, rows, {programme_wall}, k);
    if (programme && can_stand(units, rows, {programme_wall, control_wall}, k))
      possible.push_back({programme_wall, control_wall});
    if (programme) possible.push_back({programme_wall});
    if (!programme && can_stand(units, rows, {control_wall}, k)) possible.push_back({control_wall});
  }
  possible.push_back({});
  return possible;
}

}  // namespace smm::benchmark
