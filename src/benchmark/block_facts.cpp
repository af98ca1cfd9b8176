// SPDX-License-Identifier: Apache-2.0
#include "benchmark/block_facts.hpp"

#include <algorithm>
#include <numeric>

#include "base/assert.hpp"

namespace smm::benchmark {
namespace {

Walls walls_of(const ReleaseContent& content, std::size_t profession) {
  const auto* released = content.profession(content.outline.professions[profession]);
  SMM_ASSERT(released != nullptr);
  return {released->walls.begin(), released->walls.end()};
}

}  // namespace

std::optional<std::size_t> ProfessionBlocks::named(std::string_view name) const {
  const auto found = std::ranges::lower_bound(blocks, name, {}, &BlockFacts::name);
  if (found == blocks.end() || found->name != name) return std::nullopt;
  return static_cast<std::size_t>(found - blocks.begin());
}

std::optional<std::vector<std::size_t>> ProfessionBlocks::joined(std::string_view name) const {
  std::vector<std::size_t> found;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('+', begin), name.size());
    const auto block = named(name.substr(begin, end - begin));
    if (!block) return std::nullopt;
    found.push_back(*block);
    begin = end + 1;
  }
  return found;
}

std::vector<FrameRow> rows_of(const std::vector<PlacedRow>& frame) {
  std::vector<FrameRow> rows;
  rows.reserve(frame.size());
  for (const PlacedRow& placed : frame) rows.push_back(placed.row);
  return rows;
}

ProfessionBlocks blocks_of(const ReleaseContent& content, const std::vector<FrameRow>& rows,
                           std::size_t profession, const Clauses& clauses) {
  ProfessionBlocks result;
  result.units = units_of(rows, content.outline, profession, clauses);
  const Walls walls = walls_of(content, profession);
  std::map<std::string, BlockFacts> by_name;
  for (std::size_t unit = 0; unit < result.units.size(); ++unit) {
    const std::string& name = content.frame[result.units[unit].face].block;
    if (name.empty()) continue;
    BlockFacts& facts = by_name[name];
    facts.name = name;
    ++facts.in_frame;
    if (!result.units[unit].answered) continue;
    if (facts.units.empty()) facts.cell = cell_of(rows[result.units[unit].face], walls);
    facts.units.push_back(unit);
  }
  for (auto& [name, facts] : by_name) result.blocks.push_back(std::move(facts));
  for (const Unit& unit : result.units) result.place.push_back(result.named(content.frame[unit.face].block));
  return result;
}

std::vector<BlockGroup> groups_of(const ProfessionBlocks& blocks) {
  std::map<std::string, std::vector<std::size_t>> sides;
  for (std::size_t b = 0; b < blocks.blocks.size(); ++b) {
    const std::string& cell = blocks.blocks[b].cell;
    const std::size_t inner = cell.find('/');
    if (!cell.empty()) sides[cell].push_back(b);
    if (inner == std::string::npos) continue;
    sides[cell.substr(0, inner)].push_back(b);
    sides[cell.substr(inner + 1)].push_back(b);
  }
  std::vector<BlockGroup> groups = {{"all", std::vector<std::size_t>(blocks.blocks.size())}};
  std::iota(groups[0].blocks.begin(), groups[0].blocks.end(), std::size_t{0});
  for (auto& [name, members] : sides) groups.push_back({name, std::move(members)});
  return groups;
}

}  // namespace smm::benchmark
