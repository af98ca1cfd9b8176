// SPDX-License-Identifier: Apache-2.0
#include "scored_sheet.hpp"

#include <stdexcept>

#include "edition_folder.hpp"
#include "exchange/csv.hpp"

namespace smm::test {
namespace {

constexpr const char* citation = "State law 1-2";

}  // namespace

ScoresByName scores_of(const scoring::ScoringPlan& plan, std::size_t programme, const SaidSheet& sheet) {
  scoring::AnswerRows rows(plan, "answers.csv");
  const std::string& id = plan.edition->programmes[programme].id;
  int line = 2;
  for (const auto& [item, said] : sheet) rows.add({"s", id, item, said.state, said.value, citation}, line++);
  scoring::ScoreRowOrder order(plan, every_level);
  ScoresByName scores;
  rows.for_each_sheet([&](const scoring::AnswerSheet& answered) {
    const auto sheet_scores =
        score_sheet(plan, plan.programmes[answered.programme], answered.answers, answered.routes);
    for (const auto& row : order.rows("s", answered.programme, sheet_scores))
      scores[std::string(to_string(row.level)) + " " + std::string(row.id)] = row.score;
  });
  for (const base::Problem& problem : rows.take_problems()) {
    if (problem.code != "answer_to_skipped") throw std::runtime_error(to_string(problem));
  }
  return scores;
}

std::vector<std::string> answer_lines(const std::string& school_id, const std::string& programme,
                                      const SaidSheet& sheet) {
  std::vector<std::string> lines;
  for (const auto& [item, said] : sheet) {
    std::string line;
    exchange::CsvWriter(line).row({school_id, programme, item, said.state, said.value, citation});
    lines.push_back(line);
  }
  return lines;
}

instrument::Edition real_edition() {
  auto edition = load_folder(read_folder("content/instruments/smm-2026"));
  if (!edition) throw std::runtime_error(to_string(edition.problems().front()));
  return *std::move(edition);
}

}  // namespace smm::test
