// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "exchange/csv.hpp"
#include "outcomes/measure/cohort.hpp"
#include "outcomes/measure/cohort_cells.hpp"
#include "outcomes/measure/problems.hpp"

namespace smm::outcomes::measure {
namespace {

bool is_state(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

base::Result<School> read_school(std::string_view control, std::string_view state, const base::Place& place) {
  base::Problems problems;
  School school;
  const std::string word = folded_word(control);
  if (word == "public")
    school.control = School::Control::public_school;
  else if (word == "private")
    school.control = School::Control::private_school;
  else if (!word.empty())
    problems.emplace_back(problem::school_bad_value,
                          "control is public or private, not \"" + std::string(control) + "\"", place);
  school.state = state;
  if (!state.empty() && !is_state(state))
    problems.emplace_back(problem::school_bad_value,
                          "state is two capital letters, not \"" + std::string(state) + "\"", place);
  if (!problems.empty()) return problems;
  return school;
}

}  // namespace

base::Result<std::vector<School>> read_schools(base::ByteSource& bytes, const std::string& source,
                                               const Cohort& cohort) {
  exchange::CsvReader reader(bytes, source);
  if (!reader.require({"school_id", "control", "state"})) return reader.problems();
  const std::size_t id = *reader.column("school_id"), control = *reader.column("control"),
                    state = *reader.column("state");
  std::map<std::string_view, std::size_t> numbers;
  for (std::size_t i = 0; i < cohort.schools.size(); ++i) numbers.emplace(cohort.schools[i], i);
  std::vector<School> schools(cohort.schools.size());
  std::set<std::string, std::less<>> seen;
  base::Problems problems;
  exchange::CsvRow row;
  while (reader.next(row)) {
    if (!seen.insert(std::string(row.cells[id])).second)
      problems.emplace_back(problem::cohort_duplicate_id,
                            "\"" + std::string(row.cells[id]) + "\" stands in the file twice",
                            reader.place(row));
    auto school = read_school(row.cells[control], row.cells[state], reader.place(row));
    if (!school)
      problems.insert(problems.end(), school.problems().begin(), school.problems().end());
    else if (const auto found = numbers.find(row.cells[id]); found != numbers.end())
      schools[found->second] = *school;
  }
  problems.insert(problems.end(), reader.problems().begin(), reader.problems().end());
  if (!problems.empty()) return problems;
  return schools;
}

}  // namespace smm::outcomes::measure
