// SPDX-License-Identifier: Apache-2.0
#include "expression/nearest_word.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace smm::expression {

int edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the table of distances between beginnings of a and b: two above, above, current.
  std::vector<int> older(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], older[j - 2] + 1);
    }
    std::swap(older, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& candidates) {
  const int furthest = std::max(1, static_cast<int>(word.size()) / 3);
  const std::string* nearest = nullptr;
  int distance = furthest + 1;
  for (const std::string& candidate : candidates) {
    const auto longer = std::max(word.size(), candidate.size()),
               shorter = std::min(word.size(), candidate.size());
    if (longer - shorter >= static_cast<std::size_t>(distance)) continue;  // cannot be nearer
    const int found = edit_distance(word, candidate);
    if (found < distance) nearest = &candidate, distance = found;
  }
  if (nearest == nullptr) return std::nullopt;
  return *nearest;
}

}  // namespace smm::expression
