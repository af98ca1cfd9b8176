// SPDX-License-Identifier: Apache-2.0
// What the table of a release says about a set of schools: the only thing that an answer may say of them.
#pragma once

#include <set>

#include "published.hpp"
#include "world.hpp"

namespace smm::attacks {

// The mean of midpoints over picks, and how much stands behind it. No number where there are no picks.
struct Expected {
  double mean = 0;
  std::size_t picks = 0, blocks = 0;
};

// Both outlive the reader.
class TableReader {
 public:
  TableReader(const Published& published, const Round& round);

  Expected expected(const std::string& profession, const std::string& area, const std::set<int>& picks) const;

  // Units of some schools, without those of the asker.
  std::set<int> units_of(const std::vector<std::string>& schools, const std::string& asker) const;

 private:
  const Published& published_;
  BlockMembers members_;
  std::map<std::string, std::set<int>> unit_of_;
};

}  // namespace smm::attacks
