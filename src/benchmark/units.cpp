// SPDX-License-Identifier: Apache-2.0
#include "benchmark/units.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/assert.hpp"

namespace smm::benchmark {
namespace {

void complete(Unit& unit, const std::vector<FrameRow>& rows, const Outline& outline) {
  std::ranges::sort(unit.rows, {},
                    [&](std::size_t at) { return std::pair(*outline.programme(rows[at].programme), at); });
  unit.face = unit.rows.front();
  std::set<std::string> systems;
  for (const std::size_t at : unit.rows) {
    if (!rows[at].system_id.empty()) systems.insert(rows[at].system_id);
    if (!rows[at].responded || unit.answered) continue;
    unit.answered = true;
    unit.face = at;
  }
  unit.systems.assign(systems.begin(), systems.end());
}

}  // namespace

std::vector<Unit> units_of(const std::vector<FrameRow>& rows, const Outline& outline, std::size_t profession,
                           const Clauses& clauses) {
  std::map<std::string, Unit> by_id;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const auto programme = outline.programme(rows[at].programme);
    SMM_ASSERT(programme.has_value());
    if (outline.programmes[*programme].profession != profession) continue;
    std::string id = rows[at].institution_id;
    if (!clauses.units_by_dean) id += '/' + rows[at].school_id + '/' + rows[at].programme;
    by_id[id].rows.push_back(at);
  }
  std::vector<Unit> units;
  for (auto& [id, unit] : by_id) {
    unit.id = id;
    complete(unit, rows, outline);
    units.push_back(std::move(unit));
  }
  return units;
}

std::vector<std::size_t> answered_among(const std::vector<Unit>& units) {
  std::vector<std::size_t> answered;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i].answered) answered.push_back(i);
  return answered;
}

}  // namespace smm::benchmark
