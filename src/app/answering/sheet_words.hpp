// SPDX-License-Identifier: Apache-2.0
// What is printed beside each place of a school's sheet: number, question, facts, the sentence that says when
// it is asked. Made once for each plan and kept.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/sheet_plan.hpp"
#include "report/worksheet.hpp"

namespace smm::app {

// How forms and worksheets name a place: "item", or "item@programme".
std::string key_of(const assessment::AnswerPlace& place);
assessment::AnswerPlace place_of(std::string_view key);

struct SheetWords {
  std::vector<report::Question> questions;  // by position in SheetPlan::answers
  std::vector<std::string> programmes;  // label of the programme, where a place is one programme's of several
};

// Safe between threads. The plan stays as long as it is asked for.
std::shared_ptr<const SheetWords> sheet_words(const std::shared_ptr<const assessment::SheetPlan>& plan,
                                              const render::Texts& texts);

}  // namespace smm::app
