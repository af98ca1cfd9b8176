// SPDX-License-Identifier: Apache-2.0
// A .case file (docs/reference/case-files.md): a title, a sentence or two, and tables of text, each under its
// keyword. Reads the shape only; what the cells mean is known to case_edition and case_run.
//
// Throws std::runtime_error with path and line when the file cannot be read as one, so that a slip in a case
// is a failing test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smm::test {

struct CaseRow {
  int line = 0;                    // in the case file
  std::vector<std::string> cells;  // one per column; blank where nothing stands
};

struct CaseTable {
  std::vector<std::string> columns;
  std::vector<CaseRow> rows;

  bool has(std::string_view column) const;
  // The cell, or `otherwise` where it is blank or has no column; "" where a lone hyphen stands.
  std::string cell(const CaseRow& row, std::string_view column, std::string_view otherwise = "") const;
};

struct CaseFile {
  std::string path;
  std::string title;
  std::string about;
  CaseTable programmes, areas, items, answers, weights, also_score, scores, problems;
};

// A keyword, the table it opens, and the columns that table may have. A column that ends in '@' is followed
// by the id of a program.
struct CaseKeyword {
  std::string_view word;
  CaseTable CaseFile::*table;
  std::vector<std::string_view> columns;
};
const std::vector<CaseKeyword>& case_keywords();

CaseFile read_case(std::string_view text, const std::string& path);

// Words parted by spaces.
std::vector<std::string> words_of(std::string_view text);

}  // namespace smm::test
