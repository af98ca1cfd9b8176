// SPDX-License-Identifier: Apache-2.0
// The oracle's reading of one answer: what was chosen, which number, how many points. Internal to it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "instrument/edition.hpp"
#include "sheet_oracle.hpp"

namespace smm::test {

struct OracleItem {
  const instrument::Item* item = nullptr;
  std::vector<instrument::Step> steps;  // the program's
  int years = 0;
  bool scored = false;
};

struct ReadValue {
  std::set<std::string> chosen;
  std::set<std::string> barred;
  std::optional<double> number;  // of a number, phase or grid; nothing where it cannot be read (n to nothing)
};

ReadValue read_said(const OracleItem& item, const std::string& value);

struct OraclePoints {
  double earned = 0;
  double attainable = 0;  // 0: out of the denominator
};
OraclePoints points_said(const OracleItem& item, const std::string& value);
double full_points_of(const OracleItem& item);

bool is_a_number(const OracleItem& item);

// Every value that could be said with the same bars, as text; for numbers the ends and all thresholds.
std::vector<std::string> sayable(const OracleItem& item, const std::set<std::string>& barred);

std::vector<std::string> split_at(const std::string& text, char at);

}  // namespace smm::test
