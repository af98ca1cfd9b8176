// SPDX-License-Identifier: Apache-2.0
#include "web/routes/check_words.hpp"

#include <algorithm>
#include <array>

namespace smm::web {
namespace {

std::string question_number(const assessment::SheetPlan& plan, const assessment::Finding& finding,
                            std::size_t which) {
  if (which >= finding.places.size()) return "";
  const auto place = plan.find(finding.places[which]);
  return place ? std::to_string(*place + 1) : "";
}

std::string number_at(const assessment::Finding& finding, std::size_t which) {
  return which < finding.numbers.size() ? finding.numbers[which] : "";
}

// What reading an answer may find wrong (instrument/problems.hpp).
constexpr std::array about_answers = std::to_array<std::string_view>(
    {"unknown_state", "answer_empty", "answer_unexpected", "answer_unreadable", "answer_out_of_range",
     "unknown_option", "option_conflict", "reason_missing"});

}  // namespace

std::string check_words(const assessment::SheetPlan& plan, const assessment::Finding& finding,
                        const render::Texts& texts) {
  const std::string first = question_number(plan, finding, 0);
  const std::string second = question_number(plan, finding, 1);
  const std::string one = number_at(finding, 0);
  const std::string other = number_at(finding, 1);
  return texts("check." + std::string(to_string(finding.check)),
               {{"first", first}, {"second", second}, {"one", one}, {"other", other}});
}

bool is_about_answer(const base::Problems& problems) {
  return std::ranges::all_of(problems, [](const base::Problem& problem) {
    return std::ranges::find(about_answers, problem.code) != about_answers.end();
  });
}

}  // namespace smm::web
