// SPDX-License-Identifier: Apache-2.0
#include "app/score_answers.hpp"

#include "app/problems.hpp"
#include "exchange/csv.hpp"
#include "exchange/problems.hpp"
#include "scoring/answer_rows.hpp"
#include "scoring/problems.hpp"
#include "scoring/weight_set.hpp"

namespace smm::app {
namespace {

using base::Problem;
using base::Problems;
using base::Result;

Problems check_also_score(const instrument::Edition& edition, const std::vector<std::string>& ids) {
  Problems problems;
  for (const std::string& id : ids) {
    const auto position = edition.item(id);
    if (position && edition.items[*position].scored == instrument::Scored::optional) continue;
    problems.emplace_back(scoring::problem::not_optional,
                          "\"" + id + "\" is not an item that is scored on request");
  }
  return problems;
}

// Where each field stands in the file; `reason` may be absent.
struct Columns {
  std::size_t school, programme, item, state, value;
  std::optional<std::size_t> reason;
};

std::optional<Columns> find_columns(exchange::CsvReader& reader) {
  if (!reader.require({"school_id", "programme", "item_id", "state", "value"})) return std::nullopt;
  return Columns{*reader.column("school_id"), *reader.column("programme"), *reader.column("item_id"),
                 *reader.column("state"),     *reader.column("value"),     reader.column("reason")};
}

void read_rows(exchange::CsvReader& reader, const Columns& at, scoring::AnswerRows& rows,
               const ReportRows& progress) {
  exchange::CsvRow row;
  for (std::size_t count = 1; reader.next(row); ++count) {
    const auto& cells = row.cells;
    rows.add({cells[at.school], cells[at.programme], cells[at.item], cells[at.state], cells[at.value],
              at.reason ? cells[*at.reason] : std::string_view{}},
             row.line);
    if (progress && count % 65536 == 0) progress(count);
  }
}

ScoreOutcome score_rows(const scoring::ScoringPlan& plan, scoring::AnswerRows& rows,
                        const std::vector<scoring::Level>& levels, const UseScoreRow& use) {
  ScoreOutcome outcome;
  scoring::ScoreRowOrder order(plan, levels);
  rows.for_each_sheet([&](const scoring::AnswerSheet& sheet) {
    const auto scores = score_sheet(plan, plan.programmes[sheet.programme], sheet.answers, sheet.routes);
    for (const scoring::ScoreRow& row : order.rows(sheet.school_id, sheet.programme, scores)) use(row);
    ++outcome.sheets;
  });
  outcome.problems = rows.take_problems();
  outcome.bad_rows = rows.bad_rows();
  return outcome;
}

// Rows that were no rows at all: the reader has one problem for each, and one more when it gave up.
void add_file_problems(ScoreOutcome& outcome, const Problems& found) {
  outcome.gave_up = !found.empty() && found.back().code == exchange::problem::csv_gave_up.code;
  outcome.bad_rows += found.size() - (outcome.gave_up ? 1 : 0);
  outcome.problems.insert(outcome.problems.end(), found.begin(), found.end());
  base::sort_problems(outcome.problems);
}

}  // namespace

Result<scoring::WeightSet> read_weights(const instrument::Edition& edition, const Files& files,
                                        const std::optional<std::string>& path) {
  if (!path) return scoring::equal_weights(edition);
  auto bytes = files.read(*path);
  if (!bytes) return std::move(bytes).problems();
  auto table = exchange::read_table(*bytes, *path, {"level", "id", "weight"});
  if (!table) return std::move(table).problems();
  return scoring::weight_set_from(*table, edition);
}

Result<ScoreOutcome> score_answer_bytes(const scoring::ScoringPlan& plan, base::ByteSource& bytes,
                                        const std::string& source, const std::vector<scoring::Level>& levels,
                                        const UseScoreRow& use, const ReportRows& progress) {
  exchange::CsvReader reader(bytes, source);
  const auto columns = find_columns(reader);
  if (!columns || !reader.problems().empty()) return reader.problems();  // of the header
  scoring::AnswerRows rows(plan, source);
  read_rows(reader, *columns, rows, progress);
  ScoreOutcome outcome = score_rows(plan, rows, levels, use);
  add_file_problems(outcome, reader.problems());
  if (outcome.sheets == 0 && outcome.problems.empty()) {
    return Problem(problem::nothing_to_score, "the file holds no answers", {source, 0, 0});
  }
  return outcome;
}

Result<ScoreOutcome> score_answers(const instrument::Edition& edition, const Files& files,
                                   const ScoreRequest& request, const UseScoreRow& use,
                                   const ReportRows& progress) {
  if (Problems problems = check_also_score(edition, request.also_score); !problems.empty()) return problems;
  auto weights = read_weights(edition, files, request.weights);
  if (!weights) return std::move(weights).problems();
  auto source = files.open(request.answers);
  if (!source) return std::move(source).problems();
  const scoring::ScoringPlan plan = plan_scoring(edition, *weights, request.also_score);
  return score_answer_bytes(plan, **source, request.answers, request.levels, use, progress);
}

}  // namespace smm::app
