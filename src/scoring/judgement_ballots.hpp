// SPDX-License-Identifier: Apache-2.0
// One judge's rows on one parent, gathered from a judgements file; a step of read_judgements.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "scoring/judgement_rows.hpp"

namespace smm::scoring {

struct BallotRows {
  std::string judge;
  std::string group;
  std::size_t parent = 0;                                                    // as in JudgementRow
  int line = 0;                                                              // of the first row
  std::map<std::pair<std::size_t, std::size_t>, const JudgementRow*> cells;  // by child and other child
};

// Ordered by parent, group and judge whatever the order of the rows. Reports judges of two groups and what
// a judge said twice. Points into `rows`.
std::vector<BallotRows> gather_ballots(const std::vector<JudgementRow>& rows, const std::string& source,
                                       base::Problems& problems);

// "judge "X" on "mission"", for sentences.
std::string said_by(const BallotRows& ballot, const WeightParent& parent);

}  // namespace smm::scoring
