// SPDX-License-Identifier: Apache-2.0
// Reads workbooks (.xlsx) that come from outside: the texts of their cells, nothing else.
//
// Numbers are written as a person would ("12", "0.5", and "30%" where the cell shows percent), days as
// YYYY-MM-DD, true and false as such; of formulas the result that was saved. Rows and columns count from 0.
// Styles, comments, pictures, macros and links are not looked at, XML entities of a document's own are not
// expanded, and nothing is unpacked beyond the limits, so a zip bomb ends in xlsx_too_large.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"

namespace smm::exchange {

struct ReadSheet {
  std::string name;
  bool hidden = false;
  // By row, then column; cells without text are left out.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> cells;
  std::set<std::pair<std::uint32_t, std::uint32_t>> formulas;  // where the text is a formula's

  const std::string& at(std::uint32_t row, std::uint32_t column) const;  // "" where there is none
};

struct ReadWorkbook {
  std::string source;
  std::vector<ReadSheet> sheets;  // in the order of the tabs
};

inline constexpr std::size_t most_unpacked_bytes = std::size_t{96} << 20;

// Problems: xlsx_damaged, xlsx_too_large.
base::Result<ReadWorkbook> read_workbook(std::string_view bytes, const std::string& source,
                                         std::size_t most_unpacked = most_unpacked_bytes);

// "D14": as spreadsheet programs call a cell.
std::string cell_name(std::uint32_t row, std::uint32_t column);

// The first visible sheet with cells, as a table: its first row that has any is the header; rows without any
// text are skipped; line numbers are the sheet's. Columns without a header must be empty. Problems: those
// above, xlsx_no_sheet, csv_empty_column, csv_duplicate_column.
base::Result<base::Table> read_workbook_table(std::string_view bytes, const std::string& source);

// Does it begin as a zip file does? For choosing between CSV and a workbook.
bool looks_like_workbook(std::string_view bytes);

}  // namespace smm::exchange
