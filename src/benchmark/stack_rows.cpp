// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_rows.hpp"

#include <algorithm>
#include <set>

#include "benchmark/block_facts.hpp"

namespace smm::benchmark {
namespace {

struct StackedRelease {
  const ProfessionRelease* release = nullptr;
  ProfessionBlocks blocks;
};

std::vector<StackedRelease> stacked(const std::vector<const ReleaseContent*>& releases,
                                    const std::string& profession) {
  std::vector<StackedRelease> all;
  for (const ReleaseContent* content : releases) {
    const auto& ids = content->outline.professions;
    const auto position = std::ranges::find(ids, profession);
    if (position == ids.end()) continue;
    const auto at = static_cast<std::size_t>(position - ids.begin());
    all.push_back({content->profession(profession), blocks_of(*content, rows_of(content->frame), at)});
  }
  return all;
}

StackRow row_of(const BinRow& bin, const std::vector<std::size_t>& joined, const ProfessionBlocks& blocks,
                const std::vector<std::string>& unit_ids) {
  StackRow row;
  for (const std::size_t b : joined) {
    for (const std::size_t unit : blocks.blocks[b].units) {
      const auto at = std::ranges::lower_bound(unit_ids, blocks.units[unit].id);
      row.units.push_back(static_cast<std::size_t>(at - unit_ids.begin()));
    }
  }
  std::ranges::sort(row.units);
  const auto count = static_cast<double>(row.units.size());
  row.low = bin.low * count;
  row.high = bin.high * count;
  return row;
}

}  // namespace

Stack stack_of(const std::vector<const ReleaseContent*>& releases, const std::string& profession) {
  const auto all = stacked(releases, profession);
  std::set<std::string> ids;
  for (const StackedRelease& one : all)
    for (const Unit& unit : one.blocks.units)
      if (unit.answered) ids.insert(unit.id);
  Stack stack{{ids.begin(), ids.end()}, {}};
  const Outline& outline = releases.back()->outline;
  stack.rows.resize(outline.areas.size());
  for (const StackedRelease& one : all) {
    for (const BinRow& bin : one.release->table) {
      const auto area = outline.area(bin.area);
      const auto joined = one.blocks.joined(bin.block);
      if (area && joined) stack.rows[*area].push_back(row_of(bin, *joined, one.blocks, stack.unit_ids));
    }
  }
  return stack;
}

}  // namespace smm::benchmark
