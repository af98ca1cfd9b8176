// SPDX-License-Identifier: Apache-2.0
// A .case file of one table: a title, its reason, a keyword alone on its line, column names, and rows of
// cells parted by bars; "-" is an empty cell.
#pragma once

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace smm::test_support {

using CaseCells = std::map<std::string, std::string>;  // by column

struct TableCase {
  std::string keyword;
  std::vector<CaseCells> rows;
};

inline std::vector<std::string> split_cells(const std::string& line, char at) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, at);) {
    const auto begin = cell.find_first_not_of(' ');
    if (begin == std::string::npos) cell.clear();
    if (begin != std::string::npos) cell = cell.substr(begin, cell.find_last_not_of(' ') - begin + 1);
    cells.push_back(cell == "-" ? "" : cell);
  }
  return cells;
}

inline TableCase read_table_case(const std::string& path, const std::vector<std::string_view>& keywords) {
  std::ifstream file(path);
  TableCase found;
  std::vector<std::string> columns;
  for (std::string line; std::getline(file, line);) {
    if (std::ranges::find(keywords, line) != keywords.end()) {
      found.keyword = line;
    } else if (!found.keyword.empty() && columns.empty()) {
      columns = split_cells(line, '|');
    } else if (!columns.empty() && !line.empty()) {
      const auto cells = split_cells(line, '|');
      CaseCells row;
      for (std::size_t i = 0; i < cells.size(); ++i) row[columns.at(i)] = cells[i];
      found.rows.push_back(row);
    }
  }
  return found;
}

inline std::string shown(const CaseCells& row) {
  std::string text;
  for (const auto& [column, cell] : row) text += column + "=" + cell + " ";
  return text;
}

}  // namespace smm::test_support
