// SPDX-License-Identifier: Apache-2.0
// The best candidates of each left record, by the sum of what its fields lead to. Internal to linkage.
#pragma once

#include <cstdint>
#include <vector>

#include "outcomes/linkage/field_pool.hpp"

namespace smm::outcomes::linkage {

struct Retrieved {
  std::vector<std::vector<std::uint32_t>> rights;  // per left record, ascending
  std::size_t cut_off = 0;
  double largest_cut = 0;
};

Retrieved retrieve_records(const FieldPool& pool, bool one_file, std::size_t at_most, unsigned threads);

}  // namespace smm::outcomes::linkage
