// SPDX-License-Identifier: Apache-2.0
// The indexes of a snapshot: which rows hold each code, rows ascending.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "outcomes/registry/dictionary.hpp"

namespace smm::outcomes::registry {

struct PostingLists {
  std::vector<std::uint32_t> offsets;  // one more than codes
  std::vector<std::uint32_t> rows;
};

// `codes`: the code of every row.
PostingLists index_of(std::span<const Code> codes, Code size);

// Pairs of row and code, rows ascending; a row stands once per code, and not for code 0.
PostingLists index_of_pairs(const std::vector<std::pair<std::uint32_t, Code>>& pairs, Code size);

// Rows in the order of their NPIs (least significant digit first, in three steps of eleven bits).
std::vector<std::uint32_t> order_by_npi(std::span<const std::uint32_t> npis);

}  // namespace smm::outcomes::registry
