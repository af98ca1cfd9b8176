// SPDX-License-Identifier: Apache-2.0
// The rows of a judgements file, one by one: who said what about which things. The first step of
// read_judgements (judgements.hpp), which then looks at each judge's rows together.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "base/table.hpp"
#include "scoring/judgements.hpp"
#include "scoring/weight_parents.hpp"

namespace smm::scoring {

struct JudgementRow {
  std::string judge;
  std::string group;
  std::size_t parent = 0;  // position in the `parents` given
  std::size_t child = 0;   // position in its children
  std::size_t other = 0;   // pairwise: the child it is compared with; else the same as `child`
  double value = 1;        // points, rank or ratio
  bool sound = true;       // false: the value could not be read and 1 stands in, so that checks can go on
  int line = 0;
};

// Rows whose names resolve; every other row, and every value that cannot be read, is reported.
// Where an area and a domain share an id, the row is about the one that has the children it names.
std::vector<JudgementRow> read_judgement_rows(const base::Table& table, JudgementMethod method,
                                              const std::vector<WeightParent>& parents,
                                              base::Problems& problems);

}  // namespace smm::scoring
