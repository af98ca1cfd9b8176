// SPDX-License-Identifier: Apache-2.0
// Reference results and their input files (computed with R), as far as they lie beside the source tree.
// Figures within a group ("mean_se" / "api00") or a list ("blup" / 3), and columns of the input files.
// reference_values.hpp, which this stands on, says where they are looked for.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "reference_values.hpp"

namespace smm::test {

inline bool has_reference() {
  return std::filesystem::exists(reference_file());
}

inline std::string no_reference() {
  return "reference results not found at " + reference_file().string() +
         "; set SMM_SHARED to the folder that holds reference/stats/expected.json";
}

// The text of one entry, from its id to the next one's.
inline std::string reference_entry(const std::string& id) {
  std::ifstream file(reference_file());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto begin = text.find("\"id\": \"" + id + "\"");
  if (begin == std::string::npos) throw std::runtime_error("no reference entry " + id);
  const auto values = text.find("\"values\": ", begin);
  return text.substr(values, text.find("\"id\": ", values) - values);
}

// The number that `keys` lead to, outermost first.
inline double reference_figure(const std::string& id, std::initializer_list<std::string> keys) {
  const std::string entry = reference_entry(id);
  std::size_t at = std::string("\"values\": ").size();
  for (const std::string& key : keys) {
    const std::string label = "\"" + key + "\": ";
    const auto found = entry.find(label, at);
    if (found == std::string::npos) throw std::runtime_error(id + " has no " + key);
    at = found + label.size();
  }
  return std::strtod(entry.c_str() + at, nullptr);
}

inline std::vector<double> reference_list(const std::string& id, const std::string& key) {
  const std::string entry = reference_entry(id);
  const auto found = entry.find("\"" + key + "\": [");
  if (found == std::string::npos) throw std::runtime_error(id + " has no list " + key);
  const auto begin = entry.find('[', found) + 1;
  std::istringstream cells(entry.substr(begin, entry.find(']', begin) - begin));
  std::vector<double> numbers;
  for (std::string cell; std::getline(cells, cell, ',');)
    numbers.push_back(std::strtod(cell.c_str(), nullptr));
  return numbers;
}

// A column of reference/stats/input/<name>.csv as text without its quotation marks; "" where nothing stands.
inline std::vector<std::string> reference_column(const std::string& name, const std::string& column) {
  std::ifstream file(reference_file().parent_path() / "input" / (name + ".csv"));
  std::vector<std::string> found;
  std::optional<std::size_t> wanted;
  for (std::string line; std::getline(file, line);) {
    std::erase(line, '"');
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    if (wanted) found.push_back(*wanted < row.size() ? row[*wanted] : "");
    for (std::size_t i = 0; !wanted && i < row.size(); ++i) {
      if (row[i] == column) wanted = i;
    }
    if (!wanted) throw std::runtime_error(name + " has no column " + column);
  }
  return found;
}

inline std::vector<double> reference_numbers(const std::string& name, const std::string& column) {
  std::vector<double> numbers;
  for (const std::string& cell : reference_column(name, column))
    numbers.push_back(std::strtod(cell.c_str(), nullptr));
  return numbers;
}

// Numbers 0, 1, ... for the distinct texts of a column, in sorted order of the texts.
inline std::vector<std::size_t> reference_groups(const std::string& name, const std::string& column) {
  const std::vector<std::string> cells = reference_column(name, column);
  std::vector<std::string> distinct = cells;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<std::size_t> groups;
  for (const std::string& cell : cells)
    groups.push_back(static_cast<std::size_t>(std::lower_bound(distinct.begin(), distinct.end(), cell) -
                                              distinct.begin()));
  return groups;
}

}  // namespace smm::test
