// SPDX-License-Identifier: Apache-2.0
// The view of one question on a sheet: templates/ui_question.mustache and what it takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/answering/save_answer.hpp"
#include "render/texts.hpp"
#include "render/view.hpp"
#include "report/worksheet.hpp"
#include "web/http/parameters.hpp"

namespace smm::web {

// A conflict: what stands, and what was sent.
struct ConflictShown {
  assessment::SheetAnswer theirs;
  assessment::GivenAnswer mine;
  std::string theirs_by;
  std::string theirs_at;
  std::vector<http::Parameter> sent;  // without token, item and version
};

// What came of a save, for the line below the question.
struct OutcomeShown {
  std::int64_t base = 0;
  std::string saved = {};  // "Saved 12:04:31"
  base::Problems problems = {};
  std::vector<std::string> checks = {};
  std::optional<ConflictShown> conflict = std::nullopt;
};

// All that is shown of one place of the sheet.
struct QuestionShown {
  const app::OpenSheet& sheet;
  std::size_t place;                 // position in the sheet's plan
  const report::Question& question;  // number, facts and words
  assessment::GivenAnswer given;     // as it stands, or as it was sent
  OutcomeShown outcome;
  bool editable = false;
  bool as_rows = false;  // a year grid as one question per row
  std::string csrf = {};
  std::string form = "sheet";
  std::string save_href = {};
  std::string item_href = {};  // empty: no links to its own page
  std::string comments_words = {};
  std::string history_words = {};
};

// `swap`: it goes along with the answer to another save.
render::View question_view(const QuestionShown& shown, const render::Texts& texts, bool swap = false);
render::View outcome_view(const QuestionShown& shown, const render::Texts& texts);

// "q12": of a place, stable for the sheet's plan.
std::string anchor_of(std::size_t place);

}  // namespace smm::web
