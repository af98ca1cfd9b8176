// SPDX-License-Identifier: Apache-2.0
// What an attack found: the one form in which tests, the table of `./dev attack` and documents read it.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace smm::attacks {

struct Finding {
  std::string attack;      // "T3"
  std::string what;        // what it tried, by whom
  long looked = 0;         // scores, figures or answers that were attacked
  long found = 0;          // of these: more is told than promised
  long excused = 0;        // told, but within what the promise leaves out; says why in `what`
  double narrowest = 100;  // range of scores left to anybody, in points
  long determined = 0;     // scores known within a point, of those found

  void add(const Finding& other) {
    looked += other.looked;
    found += other.found;
    excused += other.excused;
    determined += other.determined;
    narrowest = std::min(narrowest, other.narrowest);
  }
};

using Findings = std::vector<Finding>;

}  // namespace smm::attacks
