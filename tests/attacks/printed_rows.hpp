// SPDX-License-Identifier: Apache-2.0
// The printed rows of a round as a reader joins them with the frame: which units' scores a bin is about.
#pragma once

#include <string>
#include <vector>

#include "published.hpp"
#include "world.hpp"

namespace smm::attacks {

struct PrintedRow {
  std::size_t area = 0;
  std::vector<int> units;     // scored, positions in Round::units
  std::vector<int> answered;  // all of the block
  double low = 0, high = 0;   // of their mean
  bool whole_profession = false;

  double least_sum() const { return low * static_cast<double>(units.size()); }
  double greatest_sum() const { return high * static_cast<double>(units.size()); }
};

// Rows about areas of the edition; others ("mission/lower") are left to who looks for them.
std::vector<PrintedRow> printed_rows(const Published& published, const Round& round);

inline double value_of(const Round& round, int unit, std::size_t area) {
  return *round.units[static_cast<std::size_t>(unit)].values[area];
}

inline const std::string& dean_of(const Round& round, int unit) {
  return round.units[static_cast<std::size_t>(unit)].dean;
}

}  // namespace smm::attacks
