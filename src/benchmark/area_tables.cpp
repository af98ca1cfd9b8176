// SPDX-License-Identifier: Apache-2.0
#include "benchmark/area_tables.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace smm::benchmark {
namespace {

void count_units(Part& part, const ProfessionBlocks& blocks) {
  part.in_frame = 0;
  part.answered = 0;
  for (const std::size_t b : part.blocks) {
    part.in_frame += blocks.blocks[b].in_frame;
    part.answered += static_cast<int>(blocks.blocks[b].units.size());
  }
}

// Which blocks have come together; a block's representative is the first of its part.
class TogetherBlocks {
 public:
  explicit TogetherBlocks(std::size_t count) : first_(count) { std::iota(first_.begin(), first_.end(), 0); }

  std::size_t first(std::size_t block) const {
    while (first_[block] != block) block = first_[block];
    return block;
  }

  void join(std::size_t one, std::size_t other) {
    const std::size_t own = first(one);
    const std::size_t others = first(other);
    first_[std::max(own, others)] = std::min(own, others);
  }

 private:
  std::vector<std::size_t> first_;
};

// Adds an area's means of the parts to them, each with `share`; an area's own parts lie inside one each.
void add_area(std::map<std::size_t, Part>& parts, const TogetherBlocks& together, const Parts& area,
              double share) {
  std::map<std::size_t, std::pair<double, double>> sums;
  for (const Part& own : area) {
    auto& [sum, weight] = sums[together.first(own.blocks.front())];
    sum += own.in_frame * own.middle;
    weight += own.in_frame;
  }
  for (const auto& [first, sum] : sums) parts[first].middle += share * sum.first / sum.second;
}

}  // namespace

std::vector<Parts> parts_by_area(const ProfessionRelease& release, const ProfessionBlocks& blocks,
                                 const Outline& outline) {
  std::vector<Parts> by_area(outline.areas.size());
  for (const BinRow& row : release.table) {
    const auto area = outline.area(row.area);
    auto joined = blocks.joined(row.block);
    if (!area || !joined) continue;
    Part part{std::move(*joined), Bin{row.low, row.high}.middle(), 0, 0};
    count_units(part, blocks);
    by_area[*area].push_back(std::move(part));
  }
  return by_area;
}

Parts parts_of_areas(const std::vector<Parts>& by_area, const std::vector<std::size_t>& areas,
                     const ProfessionBlocks& blocks) {
  TogetherBlocks together(blocks.blocks.size());
  std::vector<std::size_t> present;
  for (const std::size_t area : areas) {
    if (by_area[area].empty()) continue;
    present.push_back(area);
    for (const Part& part : by_area[area])
      for (const std::size_t b : part.blocks) together.join(part.blocks.front(), b);
  }
  if (present.empty()) return {};
  std::map<std::size_t, Part> parts;
  for (std::size_t b = 0; b < blocks.blocks.size(); ++b) parts[together.first(b)].blocks.push_back(b);
  Parts result;
  for (const std::size_t area : present)
    add_area(parts, together, by_area[area], 1 / static_cast<double>(present.size()));
  for (auto& [first, part] : parts) {
    count_units(part, blocks);
    result.push_back(std::move(part));
  }
  return result;
}

std::optional<double> mean_of_group(const Parts& parts, const std::vector<std::size_t>& group) {
  double sum = 0;
  double weight = 0;
  for (const Part& part : parts) {
    const auto inside = static_cast<std::size_t>(std::ranges::count_if(
        part.blocks, [&](std::size_t b) { return std::ranges::binary_search(group, b); }));
    if (inside == 0) continue;
    if (inside < part.blocks.size()) return std::nullopt;
    sum += part.in_frame * part.middle;
    weight += part.in_frame;
  }
  if (weight == 0) return std::nullopt;
  return sum / weight;
}

std::optional<std::size_t> part_with(const Parts& parts, std::size_t block) {
  for (std::size_t p = 0; p < parts.size(); ++p)
    if (std::ranges::binary_search(parts[p].blocks, block)) return p;
  return std::nullopt;
}

}  // namespace smm::benchmark
