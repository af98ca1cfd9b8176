// SPDX-License-Identifier: Apache-2.0
#include "scoring/judgement_weights.hpp"

#include <fmt/core.h>

#include <set>

#include "scoring/problems.hpp"
#include "stats/pairwise_priorities.hpp"
#include "stats/proportions.hpp"
#include "stats/rank_order_centroid.hpp"

namespace smm::scoring {
namespace {

using WeightRowsByPerson = std::vector<std::vector<double>>;

JudgeWeights judge_weights(const Ballot& ballot, JudgementMethod method, std::size_t children) {
  JudgeWeights judge{ballot.judge, ballot.group, {}, std::nullopt};
  if (method == JudgementMethod::budget) {
    judge.weights = stats::proportions(ballot.values);
  } else if (method == JudgementMethod::ranking) {
    judge.weights = stats::rank_order_centroid_of(ballot.values);
  } else {
    auto found = stats::pairwise_priorities(ballot.values, children);
    judge.weights = std::move(found.priorities);
    judge.consistency_ratio = found.consistency_ratio;
  }
  return judge;
}

std::vector<double> mean_weights(const WeightRowsByPerson& rows, JudgementMethod method) {
  return method == JudgementMethod::pairwise ? stats::geometric_mean_proportions(rows)
                                             : stats::mean_proportions(rows);
}

template <class People>
WeightRowsByPerson weights_of(const People& people) {
  WeightRowsByPerson rows;
  for (const auto& person : people) rows.push_back(person.weights);
  return rows;
}

// Judges stand by group, so that a group is a run of them.
std::vector<GroupWeights> group_weights(const std::vector<JudgeWeights>& judges, JudgementMethod method) {
  std::vector<GroupWeights> groups;
  for (std::size_t first = 0; first < judges.size();) {
    std::vector<JudgeWeights> members;
    while (first < judges.size() && (members.empty() || judges[first].group == members.front().group)) {
      members.push_back(judges[first++]);
    }
    groups.push_back({members.front().group, members.size(), mean_weights(weights_of(members), method)});
  }
  return groups;
}

base::Problem inconsistency(const Ballot& ballot, const WeightParent& parent, double ratio,
                            const std::string& source) {
  return {problem::judgement_inconsistent,
          fmt::format("judge \"{}\" on \"{}\" has a consistency ratio of {:.3f}, above {}", ballot.judge,
                      parent.id, ratio, consistency_limit),
          base::Place{source, ballot.line, 0}};
}

ParentWeights parent_weights(const Judgements& judgements, std::size_t position, base::Problems& warnings) {
  ParentWeights result;
  result.parent = judgements.parents[position];
  for (const Ballot& ballot : judgements.ballots) {
    if (ballot.parent != position) continue;
    result.judges.push_back(judge_weights(ballot, judgements.method, result.parent.children.size()));
    const double ratio = result.judges.back().consistency_ratio.value_or(0);
    if (ratio > consistency_limit) {
      warnings.push_back(inconsistency(ballot, result.parent, ratio, judgements.source));
    }
  }
  result.groups = group_weights(result.judges, judgements.method);
  result.weights = mean_weights(weights_of(result.groups), judgements.method);
  result.between_judges = stats::spread(weights_of(result.judges));
  result.between_groups = stats::spread(weights_of(result.groups));
  return result;
}

}  // namespace

JudgedWeights weights_from(const Judgements& judgements) {
  JudgedWeights result;
  result.method = judgements.method;
  for (std::size_t i = 0; i < judgements.parents.size(); ++i) {
    result.parents.push_back(parent_weights(judgements, i, result.warnings));
  }
  std::set<std::string> groups;
  for (const Ballot& ballot : judgements.ballots) groups.insert(ballot.group);
  result.groups = {groups.begin(), groups.end()};
  base::sort_problems(result.warnings);
  return result;
}

}  // namespace smm::scoring
