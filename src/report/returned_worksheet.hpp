// SPDX-License-Identifier: Apache-2.0
// Reads a worksheet that somebody filled in as a workbook (worksheet_xlsx.hpp): by its hidden ids, wherever
// rows and columns were moved to. What cells hold is taken as it is, in ids where a label is known; whether
// it is an answer, reading the answer tells.
//
// Labels are those of the edition and of this program's texts, in any case; an id will do as well. Formulas
// are not taken: their result may be of another day. Nothing is taken from a workbook with more than 100,000
// cells or 20,000 rows in a sheet.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "exchange/xlsx_reader.hpp"
#include "report/worksheet_cells.hpp"

namespace smm::report {

// What the workbook says that it is; not to be believed where it matters.
struct WorkbookFacts {
  std::string edition;
  std::string hash;
  std::string school;
  std::string round;
  bool filled = false;
};

// Problems: worksheet_foreign, worksheet_too_large.
base::Result<WorkbookFacts> workbook_facts(const exchange::ReadWorkbook& book);

struct ReturnedAnswer {
  std::size_t question = 0;  // position in the questions it was read with
  AnswerCells cells;
  std::string cell;          // where its row begins: "Financial aid!D14"
  std::int64_t version = 0;  // of the answer that stood when the worksheet was made
};

// Those of `questions` that the workbook holds, in their order. Problems: worksheet_foreign,
// worksheet_rows_changed, worksheet_formula, all that are found.
base::Result<std::vector<ReturnedAnswer>> returned_answers(const exchange::ReadWorkbook& book,
                                                           const std::vector<Question>& questions,
                                                           const render::Texts& texts);

}  // namespace smm::report
