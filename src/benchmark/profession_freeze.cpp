// SPDX-License-Identifier: Apache-2.0
#include "benchmark/profession_freeze.hpp"

#include <algorithm>
#include <map>

#include "benchmark/area_blocks.hpp"
#include "benchmark/bins.hpp"
#include "benchmark/block_names.hpp"
#include "benchmark/item_shares.hpp"
#include "benchmark/renewal.hpp"
#include "benchmark/spread.hpp"

namespace smm::benchmark {
namespace {

constexpr int usual_block = 8;
constexpr int small_block = 5;
constexpr std::size_t few_answered = 40;

// The mean of some blocks' scored units, as it may be printed.
class BlockMeans {
 public:
  BlockMeans(const std::vector<BlockOfUnits>& blocks, const ProfessionRelease& release,
             const Clauses& clauses)
      : blocks_(blocks), release_(release), clauses_(clauses) {}

  // Nothing when none of their units is scored.
  std::optional<Bin> bin(const std::vector<UnitValue>& values, const std::vector<std::size_t>& joined) const {
    std::int64_t sum = 0;
    std::int64_t count = 0;
    for (const std::size_t block : joined) {
      for (const std::size_t unit : blocks_[block]) {
        if (!values[unit]) continue;
        sum += *values[unit];
        ++count;
      }
    }
    if (count == 0) return std::nullopt;
    if (clauses_.wide_bins) return bin_of_mean(sum, count, parts_of_a_point, release_.fewest_scored);
    const double exact = points(sum) / static_cast<double>(count);
    return Bin{exact, exact};
  }

 private:
  const std::vector<BlockOfUnits>& blocks_;
  const ProfessionRelease& release_;
  const Clauses& clauses_;
};

JoinedBlocks every_block_alone(std::size_t count) {
  JoinedBlocks alone;
  for (std::size_t b = 0; b < count; ++b) alone.push_back({b});
  return alone;
}

JoinedBlocks all_as_one(std::size_t count) {
  JoinedBlocks one(1);
  for (std::size_t b = 0; b < count; ++b) one.front().push_back(b);
  return one;
}

class TableRows {
 public:
  TableRows(const FrozenProfession& frozen, const Clauses& clauses)
      : frozen_(frozen), clauses_(clauses), means_(frozen.partition.blocks, frozen.release, clauses) {}

  void add_area(const std::string& area, const AreaOfUnits& values) {
    const JoinedBlocks joined = joined_in(area, values.score);
    add_rows(area, values.score, joined);
    if (clauses_.point_scores_only) return;
    add_rows(area + "/lower", values.lower, joined);
    add_rows(area + "/upper", values.upper, joined);
  }

  // By block; the areas of a block stay in their order.
  std::vector<BinRow> take() {
    std::ranges::stable_sort(rows_, {}, &BinRow::block);
    return std::move(rows_);
  }

 private:
  JoinedBlocks joined_in(const std::string& area, const std::vector<UnitValue>& values) const {
    const auto fallback = frozen_.release.fallback(area);
    if (fallback == Fallback::withheld) return {};
    if (fallback) return all_as_one(frozen_.names.size());
    if (!clauses_.area_join) return every_block_alone(frozen_.names.size());
    std::vector<bool> scored;
    for (const UnitValue& value : values) scored.push_back(value.has_value());
    return join_for_area(frozen_.partition, frozen_.units, scored, frozen_.release.fewest_scored,
                         clauses_.seats_per_system);
  }

  void add_rows(const std::string& area, const std::vector<UnitValue>& values, const JoinedBlocks& joined) {
    for (const auto& blocks : joined)
      if (const auto bin = means_.bin(values, blocks))
        rows_.push_back({joined_name(frozen_.names, blocks), area, bin->low, bin->high});
  }

  const FrozenProfession& frozen_;
  const Clauses& clauses_;
  BlockMeans means_;
  std::vector<BinRow> rows_;
};

void place_in_blocks(FrozenProfession& frozen) {
  for (std::size_t unit = 0; unit < frozen.units.size(); ++unit)
    if (const auto block = frozen.partition.block[unit]) frozen.block[unit] = frozen.names[*block];
}

// Only with a clause off: spread of each side of the walls that could stand.
std::vector<SpreadGroup> groups_for_spread(const FrozenProfession& frozen, const std::vector<FrameRow>& rows,
                                           const Clauses& clauses) {
  std::vector<SpreadGroup> groups = {{"all", answered_among(frozen.units)}};
  if (clauses.one_partition) return groups;
  for (const std::string_view wall : {programme_wall, control_wall}) {
    std::map<std::string, std::vector<std::size_t>> sides;
    for (const std::size_t unit : groups.front().units)
      sides[cell_of(rows[frozen.units[unit].face], {wall})].push_back(unit);
    for (auto& [side, units] : sides) groups.push_back({side, std::move(units)});
  }
  return groups;
}

std::vector<const ReleaseContent*> contents_of(const std::vector<Release>& releases) {
  std::vector<const ReleaseContent*> contents;
  for (const Release& release : releases) contents.push_back(&*release);
  return contents;
}

class SpreadAndItems {
 public:
  SpreadAndItems(const FreezeInput& input, const FreezeRows& rows, const Clauses& clauses,
                 FrozenProfession& frozen)
      : input_(input),
        rows_(rows),
        clauses_(clauses),
        frozen_(frozen),
        previous_(contents_of(input.previous)) {
    for (const Unit& unit : frozen.units)
      if (unit.answered) answered_.push_back(unit.id);
  }

  void add() {
    ProfessionRelease& release = frozen_.release;
    if (const ReleaseContent* earlier = standing(Issued::spread)) {
      release.spread = earlier->profession(release.id)->spread;
      release.spread_of = earlier->sha256;
    } else {
      issue_spread();
    }
    if (!input_.answers) return;
    if (const ReleaseContent* earlier = standing(Issued::items)) {
      release.items = earlier->profession(release.id)->items;
      release.items_of = earlier->sha256;
    } else {
      release.items =
          item_rows(input_.answers->items, frozen_.units, rows_.answers, clauses_, joined(Issued::items));
    }
  }

 private:
  const ReleaseContent* standing(Issued what) const {
    if (!clauses_.renewal_rule) return nullptr;
    return standing_issue(previous_, frozen_.release.id, answered_, frozen_.release.k, what);
  }

  std::vector<JoinedSince> joined(Issued what) const {
    if (!clauses_.renewal_rule) return {};
    return joined_since(previous_, frozen_.release.id, frozen_.units, frozen_.release.k, what);
  }

  void issue_spread() {
    for (const SpreadGroup& group : groups_for_spread(frozen_, rows_.frame.rows, clauses_)) {
      const auto rows = spread_of(frozen_.values, group, input_.outline, clauses_, joined(Issued::spread));
      frozen_.release.spread.insert(frozen_.release.spread.end(), rows.begin(), rows.end());
    }
  }

  const FreezeInput& input_;
  const FreezeRows& rows_;
  const Clauses& clauses_;
  FrozenProfession& frozen_;
  std::vector<const ReleaseContent*> previous_;
  std::vector<std::string> answered_;
};

}  // namespace

int usual_k(std::size_t answered) {
  return answered < few_answered ? small_block : usual_block;
}

ProfessionRelease profession_frame(const std::string& id, std::size_t answered, std::optional<int> k,
                                   const Clauses& clauses) {
  ProfessionRelease release;
  release.id = id;
  release.k = k.value_or(usual_k(answered));
  release.fewest_scored = fewest_scored(release.k);
  release.width = bin_width(release.k);
  const auto least = clauses.too_few ? 2 * static_cast<std::size_t>(release.k) : 1;
  if (answered < least) release.state = ProfessionState::too_few;
  return release;
}

FrozenProfession freeze_profession(const FreezeInput& input, const FreezeRows& rows, std::size_t profession,
                                   const Clauses& clauses) {
  const std::string& id = input.outline.professions[profession];
  FrozenProfession frozen;
  frozen.units = units_of(rows.frame.rows, input.outline, profession, clauses);
  frozen.block.resize(frozen.units.size());
  frozen.release = profession_frame(id, answered_among(frozen.units).size(), input.k, clauses);
  if (frozen.release.state == ProfessionState::too_few) return frozen;
  frozen.values = values_of_units(frozen.units, rows.scores, input.outline.areas.size());
  const auto k = static_cast<std::size_t>(frozen.release.k);
  auto partition = partition_of(frozen.units, rows.frame.rows, id, k, clauses);
  if (!partition) {
    frozen.release.state = ProfessionState::one_system;
    return frozen;
  }
  frozen.release.walls.assign(partition->walls.begin(), partition->walls.end());
  frozen.names = block_names(id, partition->blocks.size());
  frozen.partition = std::move(*partition);
  place_in_blocks(frozen);
  make_table(frozen, input.outline, clauses);
  SpreadAndItems(input, rows, clauses, frozen).add();
  return frozen;
}

void make_table(FrozenProfession& frozen, const Outline& outline, const Clauses& clauses) {
  TableRows rows(frozen, clauses);
  for (std::size_t area = 0; area < outline.areas.size(); ++area)
    rows.add_area(outline.areas[area], frozen.values[area]);
  frozen.release.table = rows.take();
}

}  // namespace smm::benchmark
