// SPDX-License-Identifier: Apache-2.0
#include "scoring/judgement_ballots.hpp"

#include <algorithm>
#include <tuple>

#include "scoring/problems.hpp"

namespace smm::scoring {
namespace {

void check_groups(const std::vector<JudgementRow>& rows, const std::string& source,
                  base::Problems& problems) {
  std::map<std::string, const JudgementRow*> first_of;
  for (const JudgementRow& row : rows) {
    const JudgementRow& first = *first_of.emplace(row.judge, &row).first->second;
    if (first.group == row.group) continue;
    problems.emplace_back(problem::judge_in_two_groups,
                          "judge \"" + row.judge + "\" is in group \"" + first.group + "\" on line " +
                              std::to_string(first.line) + " and in \"" + row.group + "\" here",
                          base::Place{source, row.line, 0});
  }
}

}  // namespace

std::vector<BallotRows> gather_ballots(const std::vector<JudgementRow>& rows, const std::string& source,
                                       base::Problems& problems) {
  check_groups(rows, source, problems);
  std::map<std::pair<std::size_t, std::string>, BallotRows> ballots;
  for (const JudgementRow& row : rows) {
    BallotRows& ballot = ballots[{row.parent, row.judge}];
    if (ballot.cells.empty()) ballot = {row.judge, row.group, row.parent, row.line, {}};
    const auto [kept, is_new] = ballot.cells.emplace(std::pair{row.child, row.other}, &row);
    if (is_new) continue;
    problems.emplace_back(
        problem::judgement_duplicate,
        "judge \"" + row.judge + "\" already said this on line " + std::to_string(kept->second->line),
        base::Place{source, row.line, 0});
  }
  std::vector<BallotRows> gathered;
  for (auto& entry : ballots) gathered.push_back(std::move(entry.second));
  const auto key = [](const BallotRows& ballot) {
    return std::tie(ballot.parent, ballot.group, ballot.judge);
  };
  std::sort(gathered.begin(), gathered.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return gathered;
}

std::string said_by(const BallotRows& ballot, const WeightParent& parent) {
  return "judge \"" + ballot.judge + "\" on \"" + parent.id + "\"";
}

}  // namespace smm::scoring
