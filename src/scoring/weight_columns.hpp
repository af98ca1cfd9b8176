// SPDX-License-Identifier: Apache-2.0
// Finds the columns of a small table by name and reports what is missing, unknown or blank.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "base/table.hpp"

namespace smm::scoring {

// Positions of the `wanted` columns, in that order; nothing when one is missing. A column nobody asked for
// is a problem too (base unknown_field): it may be a misspelled one.
std::optional<std::vector<std::size_t>> find_columns(const base::Table& table,
                                                     std::span<const std::string_view> wanted,
                                                     base::Problems& problems);

// True when every wanted cell of the row is filled; else reports each blank one (base missing_field).
bool cells_filled(const base::Table& table, const base::TableRow& row, std::span<const std::size_t> columns,
                  base::Problems& problems);

}  // namespace smm::scoring
