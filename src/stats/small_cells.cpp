// SPDX-License-Identifier: Apache-2.0
#include "stats/small_cells.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

struct RunOfCells {
  std::size_t cells = 1;
  std::size_t count = 0;
};

bool holds_fewer(const RunOfCells& a, const RunOfCells& b) {
  return a.count < b.count;
}

// The first of the two that are joined.
std::size_t first_of_pair(const std::vector<RunOfCells>& runs, std::size_t smallest) {
  if (smallest == 0) return 0;
  const bool is_last = smallest + 1 == runs.size();
  return is_last || runs[smallest - 1].count <= runs[smallest + 1].count ? smallest - 1 : smallest;
}

}  // namespace

std::vector<std::size_t> collapsed_cells(std::span<const std::size_t> counts, std::size_t fewest) {
  SMM_ASSERT(!counts.empty());
  std::vector<RunOfCells> runs;
  for (const std::size_t count : counts) runs.push_back({1, count});
  while (runs.size() > 1) {
    const auto smallest = std::min_element(runs.begin(), runs.end(), holds_fewer);
    if (smallest->count >= fewest) break;
    const std::size_t first = first_of_pair(runs, static_cast<std::size_t>(smallest - runs.begin()));
    runs[first].cells += runs[first + 1].cells;
    runs[first].count += runs[first + 1].count;
    runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(first) + 1);
  }
  std::vector<std::size_t> group_of;
  for (std::size_t group = 0; group < runs.size(); ++group)
    group_of.insert(group_of.end(), runs[group].cells, group);
  return group_of;
}

}  // namespace smm::stats
