// SPDX-License-Identifier: Apache-2.0
// Finds the row of an NPI among millions, while a snapshot is being built: NPIs in order, and a table of
// where each run of 1,024 numbers begins.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace smm::outcomes::registry {

class RowFinder {
 public:
  // `order`: rows by NPI.
  RowFinder(std::span<const std::uint32_t> npis, std::span<const std::uint32_t> order);

  std::optional<std::uint32_t> find(std::uint32_t npi) const;

 private:
  std::span<const std::uint32_t> order_;
  std::vector<std::uint32_t> sorted_;
  std::vector<std::uint32_t> begins_;
};

}  // namespace smm::outcomes::registry
