// SPDX-License-Identifier: Apache-2.0
// Weights from judgements: what each judge, each group and all groups together would weigh.
//
// For each judge and parent, weights that sum to 1:
//   budget    points as shares of the judge's sum      docs/methods/budget-weights.md
//   ranking   rank-order centroid                      docs/methods/rank-order-centroid.md
//   pairwise  principal eigenvector, with CR           docs/methods/pairwise-priorities.md
// Then the mean over the judges of a group, then the mean over the groups, so that a group counts alike
// whatever its size: arithmetic means, for pairs geometric ones, each scaled to sum 1. A group counts at a
// parent when at least one of its judges judged it.
//
// Spread (docs/methods/weight-spread.md) is over these weights: between all judges of the parent, and
// between the groups. A consistency ratio above 0.1 is a warning; the judgements are used all the same.
// Never fails: Judgements are complete by construction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "scoring/judgements.hpp"
#include "stats/spread.hpp"

namespace smm::scoring {

inline constexpr double consistency_limit = 0.1;

struct JudgeWeights {
  std::string judge;
  std::string group;
  std::vector<double> weights;              // by child, sum 1
  std::optional<double> consistency_ratio;  // pairwise only
};

struct GroupWeights {
  std::string group;
  std::size_t judges = 0;
  std::vector<double> weights;  // by child, sum 1
};

struct ParentWeights {
  WeightParent parent;
  std::vector<double> weights;                  // by child, sum 1
  std::vector<JudgeWeights> judges;             // by group, then name
  std::vector<GroupWeights> groups;             // by name; those that judged this parent
  std::optional<stats::Spread> between_judges;  // empty with one judge
  std::optional<stats::Spread> between_groups;  // empty with one group
};

struct JudgedWeights {
  JudgementMethod method = JudgementMethod::budget;
  std::vector<ParentWeights> parents;  // areas, then domains, in the edition's order
  std::vector<std::string> groups;     // all, by name
  base::Problems warnings;             // judgement_inconsistent
};

JudgedWeights weights_from(const Judgements& judgements);

}  // namespace smm::scoring
