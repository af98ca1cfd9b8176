// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/row_finder.hpp"

#include <algorithm>
#include <numeric>

namespace smm::outcomes::registry {
namespace {

constexpr std::uint32_t lowest = 1'000'000'000;
constexpr std::uint32_t runs = (3'000'000'000 - lowest) / 1024 + 1;

}  // namespace

RowFinder::RowFinder(std::span<const std::uint32_t> npis, std::span<const std::uint32_t> order)
    : order_(order), sorted_(npis.size()), begins_(runs + 1) {
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    sorted_[rank] = npis[order[rank]];
    ++begins_[(sorted_[rank] - lowest) / 1024 + 1];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
}

std::optional<std::uint32_t> RowFinder::find(std::uint32_t npi) const {
  const std::uint32_t run = (npi - lowest) / 1024;
  const auto end = sorted_.begin() + begins_[run + 1];
  const auto found = std::lower_bound(sorted_.begin() + begins_[run], end, npi);
  if (found == end || *found != npi) return std::nullopt;
  return order_[static_cast<std::size_t>(found - sorted_.begin())];
}

}  // namespace smm::outcomes::registry
