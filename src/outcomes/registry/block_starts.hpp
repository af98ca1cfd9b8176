// SPDX-License-Identifier: Apache-2.0
// Where the entries of each block begin in the sections of the snapshot, further entries included.
#pragma once

#include <cstdint>
#include <vector>

#include "outcomes/registry/built_rows.hpp"

namespace smm::outcomes::registry {

struct BlockStart {
  std::uint64_t row = 0;
  std::uint64_t taxonomy = 0;
  std::uint64_t text = 0;
  std::uint64_t other_name = 0;
  std::uint64_t standing = 0;
  std::uint64_t location = 0;
  std::uint64_t location_text = 0;
  std::uint64_t medicare = 0;
  // In FurtherEntries: the first that belongs to this block or a later one.
  std::size_t further_name = 0;
  std::size_t further_location = 0;
  std::size_t further_medicare = 0;
};

// One more than blocks; the last tells the totals.
std::vector<BlockStart> block_starts(const BuiltRows& rows);

}  // namespace smm::outcomes::registry
