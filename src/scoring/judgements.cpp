// SPDX-License-Identifier: Apache-2.0
#include "scoring/judgements.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "scoring/judgement_ballots.hpp"
#include "scoring/judgement_pairs.hpp"
#include "scoring/judgement_rows.hpp"
#include "scoring/problems.hpp"
#include "stats/pairwise_priorities.hpp"

namespace smm::scoring {
namespace {

constexpr std::array<std::pair<std::string_view, JudgementMethod>, 3> judgement_methods = {{
    {"budget", JudgementMethod::budget},
    {"ranking", JudgementMethod::ranking},
    {"pairwise", JudgementMethod::pairwise},
}};

// The children a judge of the parent must judge: all that are always scored, and those that anybody named.
std::vector<std::size_t> judged_children(const WeightParent& parent, std::size_t position,
                                         const std::vector<BallotRows>& ballots) {
  std::set<std::size_t> judged;
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    if (!parent.children[i].optional) judged.insert(i);
  }
  for (const BallotRows& ballot : ballots) {
    if (ballot.parent != position) continue;
    for (const auto& entry : ballot.cells) judged.insert({entry.first.first, entry.first.second});
  }
  return {judged.begin(), judged.end()};
}

// One child's number, for budgets and rankings.
std::vector<double> listed_values(const BallotRows& ballot, const std::vector<std::size_t>& judged,
                                  const WeightParent& parent, std::string& missing) {
  std::vector<double> values;
  for (const std::size_t child : judged) {
    const auto found = ballot.cells.find({child, child});
    if (found == ballot.cells.end()) missing += (missing.empty() ? "" : ", ") + parent.children[child].id;
    values.push_back(found == ballot.cells.end() ? 1.0 : found->second->value);
  }
  return values;
}

Ballot complete_ballot(const BallotRows& rows, const std::vector<std::size_t>& judged,
                       const WeightParent& parent, JudgementMethod method, const std::string& source,
                       base::Problems& problems) {
  Ballot ballot{rows.judge, rows.group, rows.parent, rows.line, {}};
  const base::Place place{source, rows.line, 0};
  std::string missing;
  ballot.values = method == JudgementMethod::pairwise
                      ? pair_matrix(rows, judged, parent, source, missing, problems)
                      : listed_values(rows, judged, parent, missing);
  if (!missing.empty()) {
    problems.emplace_back(problem::judgement_incomplete,
                          said_by(rows, parent) + " says nothing of " + missing, place);
  }
  const bool nothing =
      std::all_of(ballot.values.begin(), ballot.values.end(), [](double value) { return value == 0; });
  if (nothing) {
    problems.emplace_back(problem::judgement_no_points, said_by(rows, parent) + " gives no point to anything",
                          place);
  }
  return ballot;
}

bool can_be_compared(const BallotRows& rows, std::size_t children, const WeightParent& parent,
                     const std::string& source, base::Problems& problems) {
  if (children <= stats::most_compared) return true;
  problems.emplace_back(problem::judgement_too_many,
                        "\"" + parent.id + "\" has " + std::to_string(children) + " things; at most " +
                            std::to_string(stats::most_compared) + " can be compared in pairs",
                        base::Place{source, rows.line, 0});
  return false;
}

// Turns each judged parent's rows into ballots of the shape its method needs.
Judgements complete_judgements(const std::vector<WeightParent>& parents,
                               const std::vector<BallotRows>& ballots, JudgementMethod method,
                               const std::string& source, base::Problems& problems) {
  Judgements result{method, source, {}, {}};
  std::size_t last = parents.size();
  std::vector<std::size_t> judged;
  for (const BallotRows& rows : ballots) {
    const WeightParent& parent = parents[rows.parent];
    if (rows.parent != last) {
      last = rows.parent;
      judged = judged_children(parent, rows.parent, ballots);
      WeightParent kept{parent.level, parent.id, {}};
      for (const std::size_t child : judged) kept.children.push_back(parent.children[child]);
      result.parents.push_back(std::move(kept));
    }
    if (method == JudgementMethod::pairwise &&
        !can_be_compared(rows, judged.size(), parent, source, problems))
      continue;
    result.ballots.push_back(complete_ballot(rows, judged, parent, method, source, problems));
    result.ballots.back().parent = result.parents.size() - 1;
  }
  return result;
}

}  // namespace

std::string_view to_string(JudgementMethod method) {
  return std::find_if(judgement_methods.begin(), judgement_methods.end(),
                      [&](const auto& m) { return m.second == method; })
      ->first;
}

std::optional<JudgementMethod> judgement_method(std::string_view name) {
  const auto found = std::find_if(judgement_methods.begin(), judgement_methods.end(),
                                  [&](const auto& m) { return m.first == name; });
  if (found == judgement_methods.end()) return std::nullopt;
  return found->second;
}

base::Result<Judgements> read_judgements(const base::Table& table, JudgementMethod method,
                                         const instrument::Edition& edition) {
  base::Problems problems;
  const std::vector<WeightParent> parents = weight_parents(edition);
  const std::vector<JudgementRow> rows = read_judgement_rows(table, method, parents, problems);
  if (rows.empty() && problems.empty()) {
    problems.emplace_back(problem::judgement_none, "holds no judgement", base::Place{table.source, 0, 0});
  }
  const std::vector<BallotRows> ballots = gather_ballots(rows, table.source, problems);
  Judgements judgements = complete_judgements(parents, ballots, method, table.source, problems);
  if (problems.empty()) return judgements;
  base::sort_problems(problems);
  return problems;
}

}  // namespace smm::scoring
