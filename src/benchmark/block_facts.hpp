// SPDX-License-Identifier: Apache-2.0
// What a release's own rows say of a profession's blocks: who is in them, how many answered, on which side of
// the walls they stand. Norms, comparisons and the audit read blocks through this and know nothing more.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "benchmark/release.hpp"
#include "benchmark/units.hpp"
#include "benchmark/walls.hpp"

namespace smm::benchmark {

struct BlockFacts {
  std::string name;
  std::vector<std::size_t> units;  // that answered, positions in ProfessionBlocks::units
  int in_frame = 0;                // units, answered or not: the block's weight
  std::string cell;                // of the walls
};

struct ProfessionBlocks {
  std::vector<Unit> units;
  std::vector<BlockFacts> blocks;                 // by name
  std::vector<std::optional<std::size_t>> place;  // of every unit, in blocks

  std::optional<std::size_t> named(std::string_view name) const;

  // The blocks of a name with '+'; nothing when one of them is unknown.
  std::optional<std::vector<std::size_t>> joined(std::string_view name) const;
};

std::vector<FrameRow> rows_of(const std::vector<PlacedRow>& frame);

ProfessionBlocks blocks_of(const ReleaseContent& content, const std::vector<FrameRow>& rows,
                           std::size_t profession, const Clauses& clauses = {});

// Groups that may have figures: "all", then every side of every wall, each with its blocks.
struct BlockGroup {
  std::string name;
  std::vector<std::size_t> blocks;
};

std::vector<BlockGroup> groups_of(const ProfessionBlocks& blocks);

}  // namespace smm::benchmark
