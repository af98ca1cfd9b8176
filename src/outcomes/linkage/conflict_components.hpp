// SPDX-License-Identifier: Apache-2.0
// Left records that share candidates, directly or through others. Internal to linkage.
#pragma once

#include <vector>

#include "outcomes/linkage/one_to_one.hpp"

namespace smm::outcomes::linkage {

// Each component's left records ascending; components by their first one. Left records without candidates
// are components of their own.
std::vector<std::vector<std::uint32_t>> conflict_components(const OddsLists& lists);

// How many ways of choosing there are at most: the product of 1 + candidates.
double ways_at_most(const OddsLists& lists, const std::vector<std::uint32_t>& component);

// The component's lists with rights numbered from 0.
struct LocalLists {
  OddsLists lists;
  std::size_t rights = 0;
};
LocalLists local_lists(const OddsLists& lists, const std::vector<std::uint32_t>& component);

}  // namespace smm::outcomes::linkage
