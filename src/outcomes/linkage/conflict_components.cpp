// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/conflict_components.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace smm::outcomes::linkage {

std::vector<std::vector<std::uint32_t>> conflict_components(const OddsLists& lists) {
  std::vector<std::uint32_t> parent(lists.size());
  std::iota(parent.begin(), parent.end(), 0u);
  const auto root = [&](std::uint32_t x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  };
  std::unordered_map<std::uint32_t, std::uint32_t> holder;
  for (std::uint32_t left = 0; left < lists.size(); ++left) {
    for (const Odds& odds : lists[left]) {
      const auto [at, is_new] = holder.emplace(odds.right, left);
      if (is_new) continue;
      const std::uint32_t one = root(at->second), other = root(left);
      parent[std::max(one, other)] = std::min(one, other);
    }
  }
  std::vector<std::vector<std::uint32_t>> components;
  std::vector<std::size_t> number(lists.size());
  for (std::uint32_t left = 0; left < lists.size(); ++left) {
    const std::uint32_t top = root(left);
    if (top == left) {
      number[left] = components.size();
      components.emplace_back();
    }
    components[number[top]].push_back(left);
  }
  return components;
}

double ways_at_most(const OddsLists& lists, const std::vector<std::uint32_t>& component) {
  double ways = 1;
  for (const std::uint32_t left : component) ways *= 1 + static_cast<double>(lists[left].size());
  return ways;
}

LocalLists local_lists(const OddsLists& lists, const std::vector<std::uint32_t>& component) {
  LocalLists local;
  std::unordered_map<std::uint32_t, std::uint32_t> number;
  for (const std::uint32_t left : component) {
    local.lists.push_back(lists[left]);
    for (Odds& odds : local.lists.back())
      odds.right = number.emplace(odds.right, static_cast<std::uint32_t>(number.size())).first->second;
  }
  local.rights = number.size();
  return local;
}

}  // namespace smm::outcomes::linkage
