// SPDX-License-Identifier: Apache-2.0
#include "report/rank_moves.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace smm::report {

std::optional<double> median_shown(const std::vector<MoveCandidate>& candidates) {
  std::vector<int> shown;
  for (const MoveCandidate& each : candidates)
    if (each.share) shown.push_back(*each.share);
  if (shown.empty()) return std::nullopt;
  std::ranges::sort(shown);
  return (shown[(shown.size() - 1) / 2] + shown[shown.size() / 2]) / 2.0;
}

std::vector<std::size_t> rank_moves(const std::vector<MoveCandidate>& candidates) {
  const double unshown = median_shown(candidates).value_or(0);
  const auto key = [&](std::size_t at) {
    const MoveCandidate& each = candidates[at];
    return std::tuple(!each.priority, each.share ? -static_cast<double>(*each.share) : -unshown, each.effort);
  };
  std::vector<std::size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, key);
  return order;
}

}  // namespace smm::report
