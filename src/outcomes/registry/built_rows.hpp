// SPDX-License-Identifier: Apache-2.0
// What a build has laid aside when all sources are read, before the snapshot is written.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "outcomes/registry/row_block.hpp"

namespace smm::outcomes::registry {

// A further address, and where its street lies in FurtherEntries::location_texts.
struct FurtherLocation {
  BlockLocation entry;
  std::uint32_t text_begin = 0;
};

// What the smaller files add to persons; rows are those of the snapshot, ascending. Codes are those of the
// last of BuiltRows::words.
struct FurtherEntries {
  std::vector<BlockOtherName> other_names;
  std::vector<FurtherLocation> locations;
  std::string location_texts;
  std::vector<BlockMedicare> medicare;  // one per row
};

struct BuiltRows {
  std::vector<BlockPlace> blocks;    // in the order of the source
  std::vector<std::uint32_t> npis;   // of all rows
  std::vector<std::uint32_t> order;  // rows by NPI
  std::vector<std::unique_ptr<ThreadWords>> words;
  FurtherEntries further;
  std::vector<BareDeactivation> bare;  // ascending by NPI
};

}  // namespace smm::outcomes::registry
