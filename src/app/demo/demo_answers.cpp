// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_answers.hpp"

#include <algorithm>
#include <array>

#include "app/demo/problems.hpp"
#include "assessment/routed_sheet.hpp"
#include "exchange/problems.hpp"

namespace smm::app {
namespace {

std::optional<std::size_t> place_on(const assessment::SheetPlan& plan, const assessment::AnswerPlace& place) {
  const auto found = plan.find(place);
  if (found || plan.programmes.size() != 1) return found;
  const auto& only = plan.edition->programmes[plan.programmes.front().questionnaire.programme].id;
  return plan.find({place.programme.empty() ? only : "", place.item});
}

GivenByPlace on_sheet(const std::string& code, const GivenByPlace& answers, const assessment::SheetPlan& plan,
                      base::Problems& faults) {
  GivenByPlace placed;
  for (const auto& [place, given] : answers) {
    const auto at = place_on(plan, place);
    if (!at) {
      faults.emplace_back(demo_problem::demo_answer,
                          "The sheet of " + code + " has no question " + place.item);
      continue;
    }
    if (const auto read = read_answer(plan, *at, given); !read) faults.push_back(read.problems().front());
    placed[plan.answers[*at].place] = given;
  }
  return placed;
}

}  // namespace

base::Result<DemoAnswers> read_demo_answers(const base::Table& table) {
  constexpr std::array names = {"school_id", "programme", "item_id", "state", "value"};
  std::array<std::size_t, names.size()> at{};
  base::Problems problems;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto column = table.column(names[i]);
    if (!column)
      problems.emplace_back(exchange::problem::csv_missing_column,
                            std::string("an answer file has a column ") + names[i],
                            base::Place{table.source, 1, 0});
    at[i] = column.value_or(0);
  }
  if (!problems.empty()) return problems;
  const auto reason = table.column("reason");
  DemoAnswers answers;
  for (const base::TableRow& row : table.rows) {
    const auto cell = [&](std::size_t i) { return row.cells[at[i]]; };
    const auto state = instrument::answer_state(cell(3));
    if (!state)
      problems.emplace_back(demo_problem::demo_answer, "\"" + cell(3) + "\" is no state", table.place(row));
    answers[cell(0)][{cell(1), cell(2)}] = {state.value_or(instrument::AnswerState::not_answered), cell(4),
                                            reason ? row.cells[*reason] : ""};
  }
  if (!problems.empty()) return problems;
  return answers;
}

base::Result<DemoAnswers> on_sheets(const DemoAnswers& answers, const std::vector<RosterSchool>& schools,
                                    const instrument::Edition& edition) {
  base::Problems faults;
  DemoAnswers placed;
  for (const auto& [code, given] : answers) {
    const auto school = std::ranges::find(schools, code, &RosterSchool::code);
    if (school == schools.end()) {
      faults.emplace_back(demo_problem::demo_answer, "The demo has no school " + code);
      continue;
    }
    const auto plan = assessment::plan_sheet(edition, school->programmes);
    if (!plan) return plan.problems();
    placed[code] = on_sheet(code, given, *plan, faults);
  }
  if (!faults.empty()) return faults;
  return placed;
}

}  // namespace smm::app
