// SPDX-License-Identifier: Apache-2.0
#include "benchmark/audit_content.hpp"
#include "benchmark/bins.hpp"
#include "benchmark/block_names.hpp"
#include "benchmark/partition.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/profession_freeze.hpp"
#include "benchmark/seats.hpp"

namespace smm::benchmark {
namespace {

constexpr int least_block = 5;

const base::Place release_place{"release.json", 0, 0};

// The line of a frame row in blocks.csv.
base::Place place_in_blocks_csv(const AuditedProfession& audited, std::size_t row) {
  int line = 2;
  for (std::size_t at = 0; at < row; ++at) line += audited.content.frame[at].block.empty() ? 0 : 1;
  return {"blocks.csv", line, 0};
}

// The blocks that the frame gives, by unit; empty names where the profession has none.
struct BlocksOfFrame {
  ProfessionState state = ProfessionState::too_few;
  std::vector<std::string> block;
  Walls walls;
};

BlocksOfFrame blocks_of_frame(const AuditedProfession& audited) {
  const ProfessionRelease& release = audited.release;
  BlocksOfFrame expected;
  expected.block.resize(audited.blocks.units.size());
  const std::size_t answered = answered_among(audited.blocks.units).size();
  if (answered < 2 * static_cast<std::size_t>(release.k)) return expected;
  const auto partition =
      partition_of(audited.blocks.units, audited.rows, release.id, static_cast<std::size_t>(release.k), {});
  expected.state = partition ? ProfessionState::released : ProfessionState::one_system;
  if (!partition) return expected;
  const auto names = block_names(release.id, partition->blocks.size());
  for (std::size_t unit = 0; unit < expected.block.size(); ++unit)
    if (partition->block[unit]) expected.block[unit] = names[*partition->block[unit]];
  expected.walls = partition->walls;
  return expected;
}

void audit_numbers(const AuditedProfession& audited, base::Problems& problems) {
  const ProfessionRelease& release = audited.release;
  if (release.k < least_block)
    problems.emplace_back(problem::audit_block_size,
                          release.id + ": blocks may have as few as " + std::to_string(release.k) + " units",
                          release_place);
  if (release.fewest_scored != fewest_scored(release.k) || release.width != bin_width(release.k))
    problems.emplace_back(
        problem::audit_state,
        release.id + ": the bins' width is not the one for k = " + std::to_string(release.k), release_place);
}

void audit_state_and_walls(const AuditedProfession& audited, const BlocksOfFrame& expected,
                           base::Problems& problems) {
  const ProfessionRelease& release = audited.release;
  if (release.state != expected.state)
    problems.emplace_back(problem::audit_state,
                          release.id + " is " + std::string(to_string(release.state)) +
                              ", but its schools make it " + std::string(to_string(expected.state)),
                          release_place);
  if (std::vector<std::string>(expected.walls.begin(), expected.walls.end()) != release.walls)
    problems.emplace_back(problem::audit_wall,
                          release.id + ": the walls are not those that its schools allow", release_place);
  if (expected.state != ProfessionState::released &&
      !(release.table.empty() && release.norms.empty() && release.spread.empty() && release.items.empty() &&
        release.fallen.empty()))
    problems.emplace_back(problem::audit_state, release.id + " may have no rows, but has some",
                          release_place);
}

void audit_places(const AuditedProfession& audited, const BlocksOfFrame& expected, base::Problems& problems) {
  for (std::size_t unit = 0; unit < audited.blocks.units.size(); ++unit) {
    for (const std::size_t row : audited.blocks.units[unit].rows) {
      const PlacedRow& placed = audited.content.frame[row];
      if (placed.block == expected.block[unit]) continue;
      problems.emplace_back(problem::audit_block,
                            placed.row.school_id + "," + placed.row.programme + " is in block \"" +
                                placed.block + "\", but the frame puts it into \"" + expected.block[unit] +
                                "\"",
                            place_in_blocks_csv(audited, row));
    }
  }
}

std::string schools_of(const AuditedProfession& audited, const BlockFacts& block) {
  std::string schools;
  for (const std::size_t unit : block.units)
    schools += (schools.empty() ? "" : " ") + audited.rows[audited.blocks.units[unit].face].school_id;
  return schools;
}

void audit_block_itself(const AuditedProfession& audited, const BlockFacts& block, base::Problems& problems) {
  const std::string named = "block " + block.name + " (" + schools_of(audited, block) + ")";
  const base::Place place{"blocks.csv", 0, 0};
  if (block.units.size() < static_cast<std::size_t>(audited.release.k))
    problems.emplace_back(problem::audit_block_size,
                          named + " has only " + std::to_string(block.units.size()) + " units that answered",
                          place);
  if (seats_short(audited.blocks.units, block.units) > 0)
    problems.emplace_back(problem::audit_seats, named + " has fewer than three units outside one system",
                          place);
  const Walls walls(audited.release.walls.begin(), audited.release.walls.end());
  for (const std::size_t unit : block.units) {
    if (cell_of(audited.rows[audited.blocks.units[unit].face], walls) == block.cell) continue;
    problems.emplace_back(problem::audit_wall, named + " lies on both sides of a wall", place);
    break;
  }
}

}  // namespace

void audit_blocks(const AuditedProfession& audited, base::Problems& problems) {
  audit_numbers(audited, problems);
  if (audited.release.k < least_block) return;
  const BlocksOfFrame expected = blocks_of_frame(audited);
  audit_state_and_walls(audited, expected, problems);
  audit_places(audited, expected, problems);
  for (const BlockFacts& block : audited.blocks.blocks) audit_block_itself(audited, block, problems);
}

}  // namespace smm::benchmark
