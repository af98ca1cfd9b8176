// SPDX-License-Identifier: Apache-2.0
// A release: all that one round tells about schools, ever. Comparison, exports and pages compute from it and
// from nothing else.
//
// Units are institution and profession (programs of one dean are one unit). Scores run from 0 to 100. A row
// of the table says in which bin [low, high) the mean of a block's scored units lies; figures of groups are
// computed from bin midpoints, blocks weighted by their units in the frame. docs/methods/release.md.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "benchmark/frame.hpp"
#include "benchmark/publishable.hpp"

namespace smm::benchmark {

enum class ProfessionState {
  released,
  too_few,    // under 2k units answered: no rows
  one_system  // no block leaves three units outside some system: no rows
};

// A frame row with its block; the block is empty where the profession has no rows.
struct PlacedRow {
  FrameRow row;
  std::string block;

  friend bool operator==(const PlacedRow&, const PlacedRow&) = default;
};

// In an area in which blocks were joined, `block` names them all, parted by '+'.
struct BinRow {
  std::string block;
  std::string area;
  double low = 0;
  double high = 0;

  friend bool operator==(const BinRow&, const BinRow&) = default;
};

// Where the stack of all releases would tell too much of somebody (docs/methods/stack.md): the whole
// profession is one joined block in the area, or, where even that tells too much, the area has no row.
enum class Fallback { one_block, withheld };

struct FallenArea {
  std::string area;
  Fallback to = Fallback::one_block;

  friend bool operator==(const FallenArea&, const FallenArea&) = default;
};

// Whole points, or only that it is under or over them ("under 10").
struct ShownPoints {
  enum class Side { at, under, over };
  Side side = Side::at;
  int points = 0;

  friend bool operator==(const ShownPoints&, const ShownPoints&) = default;
};

std::string to_string(const ShownPoints& shown);

enum class NormLevel { area, domain, overall };

// P10, P25, P50, P75, P90.
using Percentiles = std::array<ShownPoints, 5>;

// Figures of a group: "all", or one side of a wall. `reason` says why something is withheld.
struct NormRow {
  std::string group;
  NormLevel level = NormLevel::area;
  std::string id;
  std::optional<double> mean;
  std::optional<double> low;  // 95 % interval of the frame's mean
  std::optional<double> high;
  std::optional<Percentiles> percentiles;
  std::string reason;

  friend bool operator==(const NormRow&, const NormRow&) = default;
};

struct SpreadRow {
  std::string group;
  NormLevel level = NormLevel::area;
  std::string id;
  ShownPoints sd;
  Percentiles percentiles;  // norms.csv prints these

  friend bool operator==(const SpreadRow&, const SpreadRow&) = default;
};

// The share of those who answered, in percent; nothing where it is suppressed.
struct ItemRow {
  std::string group;
  std::string item_id;
  std::string option;
  std::optional<int> share;

  friend bool operator==(const ItemRow&, const ItemRow&) = default;
};

struct ProfessionRelease {
  std::string id;
  ProfessionState state = ProfessionState::released;
  int k = 0;                       // least units in a block
  int fewest_scored = 0;           // of a printed block's units
  double width = 0;                // of a bin: 20 / fewest_scored
  std::vector<std::string> walls;  // "programme", "control"
  std::vector<FallenArea> fallen;  // in the outline's order
  std::vector<BinRow> table;       // by block, then area
  std::vector<NormRow> norms;      // by group, then area, domain, overall
  std::string spread_of;           // hash of the earlier release whose spread stands; empty: this one's
  std::vector<SpreadRow> spread;   // by group, then area, domain
  std::string items_of;            // likewise of the items
  std::vector<ItemRow> items;

  // Nothing where the area keeps its blocks.
  std::optional<Fallback> fallback(std::string_view area) const;

  friend bool operator==(const ProfessionRelease&, const ProfessionRelease&) = default;
};

struct ReleaseContent {
  Outline outline;
  std::vector<PlacedRow> frame;  // sorted as in Frame
  std::vector<ProfessionRelease> professions;
  std::vector<NormRow> all_participants;  // group "all"
  std::vector<std::string> previous;      // hashes of earlier releases, as they were given
  std::string sha256;                     // of all else, as release.json writes it

  const ProfessionRelease* profession(std::string_view id) const;
};

using Release = Publishable<ReleaseContent>;

// release.json: canonical, so that equal releases are equal bytes.
std::string release_json(const Release& release);

// Refuses bytes that are not canonical or do not carry their own hash (release_damaged). Does not audit.
base::Result<Release> read_release(const std::string& bytes, const std::string& source);

std::string_view to_string(ProfessionState state);
std::string_view to_string(NormLevel level);
std::string_view to_string(Fallback fallback);

}  // namespace smm::benchmark
