// SPDX-License-Identifier: Apache-2.0
#include "scoring/weight_columns.hpp"

#include <algorithm>

#include "base/problems.hpp"

namespace smm::scoring {
namespace {

std::string joined_names(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) text += (text.empty() ? "" : ",") + std::string(name);
  return text;
}

}  // namespace

std::optional<std::vector<std::size_t>> find_columns(const base::Table& table,
                                                     std::span<const std::string_view> wanted,
                                                     base::Problems& problems) {
  const base::Place head{table.source, 1, 0};
  std::vector<std::size_t> found;
  for (const std::string_view name : wanted) {
    if (const auto position = table.column(name)) {
      found.push_back(*position);
    } else {
      problems.emplace_back(base::problem::missing_field,
                            "needs a column \"" + std::string(name) + "\" (" + joined_names(wanted) + ")",
                            head);
    }
  }
  for (const std::string& name : table.columns) {
    if (std::find(wanted.begin(), wanted.end(), name) != wanted.end()) continue;
    problems.emplace_back(base::problem::unknown_field,
                          "column \"" + name + "\" is not one of " + joined_names(wanted), head);
  }
  if (found.size() != wanted.size()) return std::nullopt;
  return found;
}

bool cells_filled(const base::Table& table, const base::TableRow& row, std::span<const std::size_t> columns,
                  base::Problems& problems) {
  bool filled = true;
  for (const std::size_t column : columns) {
    if (row.cells[column].find_first_not_of(" \t") != std::string::npos) continue;
    problems.emplace_back(base::problem::missing_field, "needs a value for \"" + table.columns[column] + "\"",
                          table.place(row));
    filled = false;
  }
  return filled;
}

}  // namespace smm::scoring
