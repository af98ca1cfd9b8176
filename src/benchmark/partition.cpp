// SPDX-License-Identifier: Apache-2.0
#include "benchmark/partition.hpp"

#include <algorithm>
#include <map>

#include "base/random.hpp"
#include "benchmark/block_search.hpp"
#include "benchmark/seats.hpp"

namespace smm::benchmark {
namespace {

// Blocks that are not fixed: nothing public is looked at, and units come in any order.
void forget_features(std::vector<Features>& features, std::uint64_t seed) {
  base::Random random(seed);
  for (Features& f : features) {
    f.words = {};
    f.carnegie_class = 0;
    for (std::size_t v = 2; v < feature_words; ++v) f.words[v] = static_cast<std::uint32_t>(random.below(7));
    f.half_steps = static_cast<std::int64_t>(random.below(5));
  }
}

std::map<std::string, BlockOfUnits> units_by_cell(const std::vector<Unit>& units,
                                                  const std::vector<FrameRow>& rows, const Walls& walls) {
  std::map<std::string, BlockOfUnits> cells;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i].answered) cells[cell_of(rows[units[i].face], walls)].push_back(i);
  return cells;
}

class CellBlocks {
 public:
  CellBlocks(const std::vector<Unit>& units, const std::vector<Features>& features, std::size_t k,
             const Clauses& clauses)
      : units_(units), features_(features), k_(k), clauses_(clauses), answered_(answered_among(units)) {
    if (answered_.size() > most_swapped) return;
    std::vector<Features> of_answered;
    for (const std::size_t unit : answered_) of_answered.push_back(features[unit]);
    picked_.emplace(of_answered);
  }

  // False when the seats cannot be held.
  bool make(const BlockOfUnits& cell, std::vector<BlockOfUnits>& blocks) const {
    blocks = mdav_blocks(features_, cell, k_);
    if (clauses_.seats_per_system && !repair_seats(units_, features_, blocks)) return false;
    return true;
  }

  void improve(std::vector<BlockOfUnits>& blocks, const std::vector<std::string>& cells) const {
    if (!picked_) return;
    improve_blocks(units_, answered_, *picked_, {k_, cells, clauses_.seats_per_system}, blocks);
  }

 private:
  const std::vector<Unit>& units_;
  const std::vector<Features>& features_;
  std::size_t k_;
  const Clauses& clauses_;
  std::vector<std::size_t> answered_;
  std::optional<CoPicks> picked_;
};

// Numbers blocks by their first unit.
void put_in_order(Partition& partition) {
  std::vector<std::pair<BlockOfUnits, std::string>> order;
  for (std::size_t b = 0; b < partition.blocks.size(); ++b)
    order.emplace_back(std::move(partition.blocks[b]), std::move(partition.cells[b]));
  std::ranges::sort(order);
  for (std::size_t b = 0; b < order.size(); ++b) {
    partition.blocks[b] = std::move(order[b].first);
    partition.cells[b] = std::move(order[b].second);
  }
}

std::optional<Partition> inside(const Walls& walls, const std::vector<Unit>& units,
                                const std::vector<FrameRow>& rows, const std::vector<Features>& features,
                                const CellBlocks& cell_blocks) {
  Partition partition;
  partition.walls = walls;
  partition.features = features;
  for (auto& [cell, members] : units_by_cell(units, rows, walls)) {
    std::vector<BlockOfUnits> blocks;
    if (!cell_blocks.make(members, blocks)) return std::nullopt;
    for (BlockOfUnits& block : blocks) {
      partition.blocks.push_back(std::move(block));
      partition.cells.push_back(cell);
    }
  }
  cell_blocks.improve(partition.blocks, partition.cells);
  put_in_order(partition);
  return partition;
}

std::optional<std::size_t> nearest_block(const Partition& partition, const std::vector<Centroid>& middles,
                                         std::size_t unit, const std::string& cell) {
  std::optional<std::size_t> nearest;
  double least = 0;
  for (std::size_t b = 0; b < partition.blocks.size(); ++b) {
    if (partition.cells[b] != cell) continue;
    const double apart = middles[b].distance(partition.features[unit]);
    if (nearest && apart >= least) continue;
    nearest = b;
    least = apart;
  }
  return nearest;
}

void place_units(Partition& partition, const std::vector<Unit>& units, const std::vector<FrameRow>& rows,
                 const Clauses& clauses) {
  partition.block.assign(units.size(), std::nullopt);
  std::vector<Centroid> middles;
  for (std::size_t b = 0; b < partition.blocks.size(); ++b) {
    middles.emplace_back(partition.features, partition.blocks[b]);
    for (const std::size_t unit : partition.blocks[b]) partition.block[unit] = b;
  }
  if (!clauses.place_non_respondents) return;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    if (partition.block[unit]) continue;
    const std::string cell = cell_of(rows[units[unit].face], partition.walls);
    partition.block[unit] = nearest_block(partition, middles, unit, cell);
  }
}

}  // namespace

std::optional<Partition> partition_of(const std::vector<Unit>& units, const std::vector<FrameRow>& rows,
                                      std::string_view profession, std::size_t k, const Clauses& clauses) {
  auto features = features_of(units, rows, profession == walled_profession);
  if (!clauses.fixed_blocks) forget_features(features, clauses.redraw);
  const CellBlocks cell_blocks(units, features, k, clauses);
  for (const Walls& walls : possible_walls(units, rows, profession, k)) {
    auto partition = inside(walls, units, rows, features, cell_blocks);
    if (!partition) continue;
    place_units(*partition, units, rows, clauses);
    return partition;
  }
  return std::nullopt;
}

}  // namespace smm::benchmark
