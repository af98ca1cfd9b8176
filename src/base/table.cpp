// SPDX-License-Identifier: Apache-2.0
#include "base/table.hpp"

namespace smm::base {

std::optional<std::size_t> Table::column(std::string_view name) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == name) return i;
  }
  return std::nullopt;
}

}  // namespace smm::base
