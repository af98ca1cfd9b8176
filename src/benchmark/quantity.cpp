// SPDX-License-Identifier: Apache-2.0
#include "benchmark/quantity.hpp"

#include <cmath>

#include "benchmark/area_blocks.hpp"
#include "benchmark/bins.hpp"
#include "benchmark/block_facts.hpp"
#include "benchmark/block_names.hpp"
#include "benchmark/gate.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/unit_values.hpp"

namespace smm::benchmark {
namespace {

// Values as if they were scores: in percent of the declared range.
base::Result<std::vector<SheetScores>> as_percent(const Release& release, const Quantity& quantity,
                                                  const std::vector<QuantityValue>& values) {
  base::Problems problems;
  std::vector<SheetScores> sheets;
  const Frame frame{rows_of(release->frame)};
  for (const QuantityValue& value : values) {
    if (frame.find(value.school_id, value.programme) == nullptr)
      problems.emplace_back(problem::school_unknown, "the release has no school \"" + value.school_id + "\"");
    if (!(quantity.least < quantity.most && value.value >= quantity.least && value.value <= quantity.most))
      problems.emplace_back(problem::quantity_bad_range, quantity.id + " of school \"" + value.school_id +
                                                             "\" is not in the declared range");
    const double percent = 100 * (value.value - quantity.least) / (quantity.most - quantity.least);
    sheets.push_back({value.school_id, value.programme, {AreaValue{percent, percent, percent}}});
  }
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return sheets;
}

std::vector<const SheetScores*> beside_rows(const std::vector<FrameRow>& rows,
                                            const std::vector<SheetScores>& sheets) {
  std::vector<const SheetScores*> beside(rows.size());
  const Frame frame{rows};
  for (const SheetScores& sheet : sheets) {
    const FrameRow* row = frame.find(sheet.school_id, sheet.programme);
    if (row->responded) beside[static_cast<std::size_t>(row - frame.rows.data())] = &sheet;
  }
  return beside;
}

// The release's blocks as a partition, so that they are joined by the same rule as in an area.
Partition partition_from(const ProfessionBlocks& blocks, const std::vector<FrameRow>& rows,
                         bool with_programme) {
  Partition partition;
  partition.features = features_of(blocks.units, rows, with_programme);
  for (const BlockFacts& block : blocks.blocks) {
    partition.blocks.push_back(block.units);
    partition.cells.push_back(block.cell);
  }
  return partition;
}

void add_profession_rows(const ProfessionRelease& release, const ProfessionBlocks& blocks,
                         const std::vector<FrameRow>& rows, const Quantity& quantity,
                         const std::vector<UnitValue>& values, QuantityTable& table) {
  const Partition partition = partition_from(blocks, rows, release.id == walled_profession);
  std::vector<std::string> names;
  for (const BlockFacts& block : blocks.blocks) names.push_back(block.name);
  std::vector<bool> valued;
  for (const UnitValue& value : values) valued.push_back(value.has_value());
  for (const auto& joined : join_for_area(partition, blocks.units, valued, release.fewest_scored)) {
    std::int64_t sum = 0;
    std::int64_t count = 0;
    for (const std::size_t b : joined) {
      for (const std::size_t unit : partition.blocks[b]) {
        if (!values[unit]) continue;
        sum += *values[unit];
        ++count;
      }
    }
    const Bin bin = bin_of_mean(sum, count, parts_of_a_point, release.fewest_scored);
    const double scale = (quantity.most - quantity.least) / 100;
    table.rows.push_back({release.id, joined_name(names, joined), quantity.least + scale * bin.low,
                          quantity.least + scale * bin.high});
  }
}

}  // namespace

base::Result<Publishable<QuantityTable>> publish_quantity(const Release& release, const Quantity& quantity,
                                                          const std::vector<QuantityValue>& values) {
  const auto sheets = as_percent(release, quantity, values);
  if (!sheets) return sheets.problems();
  const auto rows = rows_of(release->frame);
  const auto beside = beside_rows(rows, *sheets);
  QuantityTable table{quantity.id, release->sha256, {}};
  for (std::size_t p = 0; p < release->professions.size(); ++p) {
    if (release->professions[p].table.empty()) continue;
    const auto blocks = blocks_of(*release, rows, p);
    const auto of_units = values_of_units(blocks.units, beside, 1);
    add_profession_rows(release->professions[p], blocks, rows, quantity, of_units.front().score, table);
  }
  return Gate::pass(std::move(table));
}

}  // namespace smm::benchmark
