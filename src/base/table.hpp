// SPDX-License-Identifier: Apache-2.0
// Table: named columns and rows of text cells that know their line. For small tables (weights, judgements,
// rosters); files of a million rows are read row by row with exchange's CsvReader instead.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"

namespace smm::base {

struct TableRow {
  int line = 0;                    // line in the source on which the row begins
  std::vector<std::string> cells;  // as many as there are columns
};

struct Table {
  std::string source;
  std::vector<std::string> columns;
  std::vector<TableRow> rows;

  std::optional<std::size_t> column(std::string_view name) const;
  Place place(const TableRow& row) const { return {source, row.line, 0}; }
};

}  // namespace smm::base
