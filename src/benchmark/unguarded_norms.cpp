// SPDX-License-Identifier: Apache-2.0
#include "benchmark/unguarded_norms.hpp"

#include <algorithm>
#include <map>

#include "benchmark/walls.hpp"

namespace smm::benchmark {
namespace {

std::optional<double> exact_mean(const std::vector<UnitValue>& values,
                                 const std::vector<std::size_t>& units) {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  for (const std::size_t unit : units) {
    if (!values[unit]) continue;
    sum += *values[unit];
    ++count;
  }
  if (count == 0) return std::nullopt;
  return points(sum) / static_cast<double>(count);
}

void add_exact_sides(ProfessionRelease& release, const FrozenProfession& frozen,
                     const std::vector<FrameRow>& rows, const Outline& outline) {
  std::erase_if(release.norms, [](const NormRow& row) { return row.group != "all"; });
  for (const std::string_view wall : {programme_wall, control_wall}) {
    std::map<std::string, std::vector<std::size_t>> sides;
    for (const std::size_t unit : answered_among(frozen.units))
      sides[cell_of(rows[frozen.units[unit].face], {wall})].push_back(unit);
    for (const auto& [side, units] : sides) {
      for (std::size_t area = 0; area < outline.areas.size(); ++area) {
        NormRow& row = release.norms.emplace_back();
        row.group = side;
        row.id = outline.areas[area];
        row.mean = exact_mean(frozen.values[area].score, units);
      }
    }
  }
}

// The mean of a unit's scored areas of the domain.
UnitValue domain_value(const FrozenProfession& frozen, const OutlineDomain& domain, std::size_t unit) {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  for (const std::size_t area : domain.areas) {
    if (!frozen.values[area].score[unit]) continue;
    sum += *frozen.values[area].score[unit];
    ++count;
  }
  if (count == 0) return std::nullopt;
  return sum / count;
}

void average_domains(ProfessionRelease& release, const FrozenProfession& frozen, const Outline& outline) {
  for (const OutlineDomain& domain : outline.domains) {
    std::vector<UnitValue> values;
    for (std::size_t unit = 0; unit < frozen.units.size(); ++unit)
      values.push_back(domain_value(frozen, domain, unit));
    for (NormRow& row : release.norms)
      if (row.group == "all" && row.level == NormLevel::domain && row.id == domain.id)
        row.mean = exact_mean(values, answered_among(frozen.units));
  }
}

}  // namespace

void add_unguarded_norms(ProfessionRelease& release, const FrozenProfession& frozen,
                         const std::vector<FrameRow>& rows, const Outline& outline, const Clauses& clauses) {
  if (release.table.empty()) return;
  if (!clauses.walls_as_unions) add_exact_sides(release, frozen, rows, outline);
  if (!clauses.domain_from_table) average_domains(release, frozen, outline);
}

}  // namespace smm::benchmark
