// SPDX-License-Identifier: Apache-2.0
#include "app/benchmarks/read_answers.hpp"

#include "benchmark/counted_items.hpp"
#include "exchange/csv.hpp"
#include "scoring/answer_rows.hpp"
#include "scoring/weight_set.hpp"

namespace smm::app::benchmarks {
namespace {

void add_rows(exchange::CsvReader& reader, scoring::AnswerRows& rows) {
  if (!reader.require({"school_id", "programme", "item_id", "state", "value"})) return;
  const std::size_t at[] = {*reader.column("school_id"), *reader.column("programme"),
                            *reader.column("item_id"), *reader.column("state"), *reader.column("value")};
  const auto reason = reader.column("reason");
  exchange::CsvRow row;
  while (reader.next(row)) {
    const auto& cells = row.cells;
    rows.add({cells[at[0]], cells[at[1]], cells[at[2]], cells[at[3]], cells[at[4]],
              reason ? cells[*reason] : std::string_view{}},
             row.line);
  }
}

// Answers to questions that were asked; what routing closes was never answered.
benchmark::SheetAnswers counted_sheet(const scoring::AnswerSheet& sheet, const scoring::ScoringPlan& plan,
                                      const benchmark::ItemCatalogue& catalogue) {
  const scoring::ProgrammePlan& programme = plan.programmes[sheet.programme];
  benchmark::SheetAnswers counted{
      std::string(sheet.school_id), plan.edition->programmes[sheet.programme].id, {}};
  for (const std::size_t position : catalogue.positions) {
    const int at = programme.routes.at[position];
    auto& answer = counted.chosen.emplace_back();
    if (at < 0) continue;
    const auto index = static_cast<std::size_t>(at);
    if (sheet.routes[index] != instrument::Route::asked) continue;
    answer = benchmark::counted_answer(programme.questionnaire.items[index].item,
                                       programme.questionnaire.years, sheet.answers[index]);
  }
  return counted;
}

}  // namespace

base::Result<benchmark::ItemAnswers> read_item_answers(const Files& files, const std::string& path,
                                                       const instrument::Edition& edition) {
  const auto bytes = files.open(path);
  if (!bytes) return bytes.problems();
  exchange::CsvReader reader(**bytes, path);
  const auto plan = scoring::plan_scoring(edition, scoring::equal_weights(edition));
  scoring::AnswerRows rows(plan, path);
  add_rows(reader, rows);
  const auto catalogue = benchmark::counted_items(edition);
  benchmark::ItemAnswers answers{catalogue.items, {}};
  rows.for_each_sheet([&](const scoring::AnswerSheet& sheet) {
    answers.sheets.push_back(counted_sheet(sheet, plan, catalogue));
  });
  auto problems = rows.take_problems();
  problems.insert(problems.end(), reader.problems().begin(), reader.problems().end());
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return answers;
}

}  // namespace smm::app::benchmarks
