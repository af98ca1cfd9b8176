// SPDX-License-Identifier: Apache-2.0
// Shares of a profession's schools by item and option, as a release tells them; nothing else is known of
// other schools' answers here.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "benchmark/release.hpp"

namespace smm::report {

class ShownShares {
 public:
  ShownShares() = default;
  explicit ShownShares(const benchmark::ProfessionRelease& profession);

  // Are there item results of this profession at all? There are from 30 schools on.
  bool counted() const { return !shares_.empty(); }

  // In percent, in steps of 5; nothing where it is suppressed or never was counted.
  std::optional<int> of(const std::string& item, const std::string& option) const;

  // Of several options of one item of which a school has exactly one: the sum, at most 100, where all of them
  // are shown.
  std::optional<int> of_all(const std::string& item, std::span<const std::string> options) const;

 private:
  std::map<std::pair<std::string, std::string>, std::optional<int>> shares_;
};

}  // namespace smm::report
