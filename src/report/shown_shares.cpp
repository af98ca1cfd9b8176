// SPDX-License-Identifier: Apache-2.0
#include "report/shown_shares.hpp"

#include <algorithm>

namespace smm::report {

ShownShares::ShownShares(const benchmark::ProfessionRelease& profession) {
  for (const benchmark::ItemRow& row : profession.items)
    if (row.group == "all") shares_[{row.item_id, row.option}] = row.share;
}

std::optional<int> ShownShares::of(const std::string& item, const std::string& option) const {
  const auto found = shares_.find({item, option});
  return found == shares_.end() ? std::nullopt : found->second;
}

std::optional<int> ShownShares::of_all(const std::string& item, std::span<const std::string> options) const {
  int sum = 0;
  for (const std::string& option : options) {
    const auto share = of(item, option);
    if (!share) return std::nullopt;
    sum += *share;
  }
  if (options.empty()) return std::nullopt;
  return std::min(sum, 100);
}

}  // namespace smm::report
