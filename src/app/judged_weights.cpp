// SPDX-License-Identifier: Apache-2.0
#include "app/judged_weights.hpp"

#include "app/score_answers.hpp"
#include "exchange/csv.hpp"
#include "scoring/weight_set.hpp"
#include "scoring/weight_table.hpp"

namespace smm::app {
namespace {

using base::Problems;
using base::Result;
using instrument::Edition;
using scoring::WeighedScore;

std::vector<std::string_view> judgement_columns(scoring::JudgementMethod method) {
  switch (method) {
    case scoring::JudgementMethod::budget:
      return {"judge", "group", "parent", "id", "points"};
    case scoring::JudgementMethod::ranking:
      return {"judge", "group", "parent", "id", "rank"};
    case scoring::JudgementMethod::pairwise:
      return {"judge", "group", "parent", "a", "b", "ratio"};
  }
  return {};
}

// Scores of the whole file under one table of weights. Bad rows are problems here: a comparison of scores
// needs a file that is whole.
Result<std::vector<WeighedScore>> weighed_scores(const Edition& edition, const Files& files,
                                                 const base::Table& table, const std::string& answers) {
  const auto weights = scoring::weight_set_from(table, edition);
  if (!weights) return weights.problems();
  auto source = files.open(answers);
  if (!source) return std::move(source).problems();
  std::vector<WeighedScore> scores;
  const auto plan = scoring::plan_scoring(edition, *weights);
  const auto keep = [&](const scoring::ScoreRow& row) {
    const bool scored = row.score.state == scoring::ScoreState::scored;
    scores.push_back({std::string(row.school_id), std::string(row.programme),
                      std::string(to_string(row.level)), std::string(row.id),
                      scored ? std::optional(row.score.score) : std::nullopt});
  };
  const auto outcome =
      score_answer_bytes(plan, **source, answers, {scoring::Level::area, scoring::Level::domain}, keep);
  if (!outcome) return outcome.problems();
  if (!outcome->problems.empty()) return outcome->problems;
  return scores;
}

}  // namespace

Result<scoring::JudgedWeights> judge_weights(const Edition& edition, const Files& files,
                                             scoring::JudgementMethod method, const std::string& path) {
  auto bytes = files.read(path);
  if (!bytes) return std::move(bytes).problems();
  auto table = exchange::read_table(*bytes, path, judgement_columns(method));
  if (!table) return std::move(table).problems();
  auto judgements = read_judgements(*table, method, edition);
  if (!judgements) return std::move(judgements).problems();
  return weights_from(*judgements);
}

Result<std::vector<scoring::ScoreMovement>> movements_by_group(const Edition& edition, const Files& files,
                                                               const scoring::JudgedWeights& judged,
                                                               const std::string& answers) {
  const auto overall = weighed_scores(edition, files, weight_table(judged), answers);
  if (!overall) return overall.problems();
  std::vector<scoring::ScoreMovement> movements;
  for (const std::string& group : judged.groups) {
    const auto under_group = weighed_scores(edition, files, group_weight_table(judged, group), answers);
    if (!under_group) return under_group.problems();
    for (auto& movement : score_movements(*overall, group, *under_group))
      movements.push_back(std::move(movement));
  }
  return movements;
}

std::string weights_csv(const scoring::JudgedWeights& judged) {
  std::string text;
  exchange::CsvWriter csv(text);
  const base::Table table = weight_table(judged);
  for (const std::string& column : table.columns) csv.cell(column);
  csv.end_row();
  for (const base::TableRow& row : table.rows) {
    for (const std::string& cell : row.cells) csv.cell(cell);
    csv.end_row();
  }
  return text;
}

}  // namespace smm::app
