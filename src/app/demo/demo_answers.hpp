// SPDX-License-Identifier: Apache-2.0
// Answers that somebody brings to a demo: what a school says in the last round instead of what is invented
// for it. An answer file (docs/reference/files.md) whose school_id is a code of the demo's roster.
#pragma once

#include <map>
#include <string>

#include "app/rounds/roster.hpp"
#include "assessment/sheet_answer.hpp"
#include "base/result.hpp"
#include "base/table.hpp"

namespace smm::app {

using GivenByPlace = std::map<assessment::AnswerPlace, assessment::GivenAnswer>;
using DemoAnswers = std::map<std::string, GivenByPlace>;  // by code of the school

// Problems: csv_missing_column, demo_answer for a state that is none.
base::Result<DemoAnswers> read_demo_answers(const base::Table& table);

// The same by the places of each school's sheet: with one program, an answer may name it or not. Every one
// has to be an answer that its school can give. Problems: demo_answer, those of reading an answer.
base::Result<DemoAnswers> on_sheets(const DemoAnswers& answers, const std::vector<RosterSchool>& schools,
                                    const instrument::Edition& edition);

}  // namespace smm::app
