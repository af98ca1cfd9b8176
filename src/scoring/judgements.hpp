// SPDX-License-Identifier: Apache-2.0
// Judgements: what people said about how much things matter, as they said it, checked and complete.
//
// Read from a table with one of the heads
//   judge,group,parent,id,points    a budget: points from 0 up, spread over the children of a parent
//   judge,group,parent,id,rank      a ranking: whole numbers, 1 = most important, ties allowed
//   judge,group,parent,a,b,ratio    pairs: a is `ratio` times as important as b (3, 0.5 or 1/3; at most
//                                   1000 to 1)
// A parent is an area (its children are its indicators) or a domain (its children are its areas). A judge
// belongs to one group and need not judge every parent, but judges all children of a parent or none.
// Indicators that are scored only on request are judged by all judges of the area or by none.
//
// Pairs: each is asked once and its reciprocal filled in. Given in both directions, the two must be
// reciprocal within 5 % (3 and 0.33 are), and their geometric mean is taken.
//
// Problems (all found in one pass, with line) have the codes judgement_* and judge_in_two_groups. Whether
// comparisons agree with each other is no problem: see judgement_weights.hpp for the consistency ratio.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"
#include "instrument/edition.hpp"
#include "scoring/weight_parents.hpp"

namespace smm::scoring {

enum class JudgementMethod { budget, ranking, pairwise };

std::string_view to_string(JudgementMethod method);
std::optional<JudgementMethod> judgement_method(std::string_view name);

// All that one judge said about one parent.
struct Ballot {
  std::string judge;
  std::string group;
  std::size_t parent = 0;      // position in Judgements::parents
  int line = 0;                // of its first row
  std::vector<double> values;  // points or ranks by child; pairwise: the whole matrix, row by row
};

struct Judgements {
  JudgementMethod method = JudgementMethod::budget;
  std::string source;                 // the file, for places
  std::vector<WeightParent> parents;  // those judged, with the children judged, in the edition's order
  std::vector<Ballot> ballots;        // by parent, then group, then judge
};

base::Result<Judgements> read_judgements(const base::Table& table, JudgementMethod method,
                                         const instrument::Edition& edition);

}  // namespace smm::scoring
