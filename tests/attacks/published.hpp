// SPDX-License-Identifier: Apache-2.0
// One round's release as somebody outside reads it: from the bytes of its CSV files alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tool.hpp"

namespace smm::attacks {

struct PublishedBin {
  std::string profession, block, area;  // a joined block's name has its parts parted by '+'
  double low = 0, high = 0;
};

struct PublishedNorm {
  std::string profession, group, level, id;
  std::optional<double> mean, low, high;
  std::vector<std::string> percentiles;  // P10, P25, P50, P75, P90 as printed
};

struct PublishedSpread {
  std::string profession, group, level, id, sd;
};

struct PublishedShare {
  std::string profession, group, item, option;
  std::optional<double> share;
};

struct Published {
  std::map<std::pair<std::string, std::string>, std::string> blocks;  // of school and program
  std::vector<PublishedBin> table;
  std::vector<PublishedNorm> norms;
  std::vector<PublishedSpread> spread;
  std::vector<PublishedShare> shares;
};

Published read_files(const Files& files);

std::vector<std::string> parts_of(const std::string& block);  // "b1+b2": b1, b2

// Positions of a round's units by profession and block.
using BlockMembers = std::map<std::pair<std::string, std::string>, std::vector<int>>;
BlockMembers block_members(const Published& published, const Round& round);

// Those of a printed row: of its block, or of all the blocks that were joined.
std::vector<int> members_of(const BlockMembers& members, const PublishedBin& bin);

std::optional<std::size_t> area_of(const std::string& id);

}  // namespace smm::attacks
