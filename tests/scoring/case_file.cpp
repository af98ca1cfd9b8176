// SPDX-License-Identifier: Apache-2.0
#include "case_file.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace smm::test {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

// A bar parts two cells when a space or nothing stands on both its sides: "40/50|90/100" is one cell.
bool is_border(std::string_view line, std::size_t at) {
  const bool before = at == 0 || line[at - 1] == ' ';
  const bool after = at + 1 == line.size() || line[at + 1] == ' ';
  return line[at] == '|' && before && after;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_border(line, i)) continue;
    cells.push_back(trimmed(line.substr(begin, i - begin)));
    begin = i + 1;
  }
  cells.push_back(trimmed(line.substr(begin)));
  return cells;
}

bool is_known(const CaseKeyword& keyword, std::string_view column) {
  return std::any_of(keyword.columns.begin(), keyword.columns.end(), [&](std::string_view known) {
    return known.ends_with('@') ? column.starts_with(known) : column == known;
  });
}

class CaseReader {
 public:
  CaseReader(std::string_view text, const std::string& path) : lines_(std::string(text)) {
    case_.path = path;
  }

  CaseFile read() {
    for (std::string line; std::getline(lines_, line);) {
      ++number_;
      take(trimmed(line));
    }
    require(!case_.title.empty(), "a case begins with a line that says what it shows");
    require(!case_.about.empty(), "a case says in a sentence what it shows, below its title");
    require(!case_.items.rows.empty(), "a case needs items");
    require(!case_.answers.rows.empty(), "a case needs answers");
    require(!case_.scores.rows.empty() || !case_.problems.rows.empty(), "a case expects scores or problems");
    return std::move(case_);
  }

 private:
  void take(const std::string& line) {
    if (line.empty()) {
      open_ = nullptr;
      return;
    }
    for (const CaseKeyword& keyword : case_keywords()) {
      if (line == keyword.word) return begin(keyword);
    }
    if (open_ != nullptr) return take_row(line);
    require(!in_tables_, "expected a keyword, not \"" + line + "\"");
    if (case_.title.empty()) {
      case_.title = line;
    } else {
      case_.about += (case_.about.empty() ? "" : " ") + line;
    }
  }

  void begin(const CaseKeyword& keyword) {
    open_ = &(case_.*keyword.table);
    require(open_->columns.empty(), "\"" + std::string(keyword.word) + "\" stands twice");
    keyword_ = &keyword;
    in_tables_ = true;
  }

  void take_row(const std::string& line) {
    std::vector<std::string> cells = cells_of(line);
    if (open_->columns.empty()) {
      for (const std::string& column : cells)
        require(is_known(*keyword_, column),
                "\"" + column + "\" is no column of " + std::string(keyword_->word));
      open_->columns = std::move(cells);
      return;
    }
    while (cells.size() > open_->columns.size() && cells.back().empty()) cells.pop_back();
    require(cells.size() <= open_->columns.size(), "more cells than columns");
    cells.resize(open_->columns.size());
    open_->rows.push_back({number_, std::move(cells)});
  }

  void require(bool holds, const std::string& otherwise) const {
    if (!holds) throw std::runtime_error(case_.path + ":" + std::to_string(number_) + ": " + otherwise);
  }

  std::istringstream lines_;
  CaseFile case_;
  CaseTable* open_ = nullptr;
  const CaseKeyword* keyword_ = nullptr;
  bool in_tables_ = false;
  int number_ = 0;
};

}  // namespace

const std::vector<CaseKeyword>& case_keywords() {
  static const std::vector<CaseKeyword> keywords = {
      {"programmes", &CaseFile::programmes, {"id", "profession", "years"}},
      {"areas", &CaseFile::areas, {"id", "domain"}},
      {"items",
       &CaseFile::items,
       {"id", "type", "area", "options", "steps", "steps@", "compare", "maximum", "max_length", "scored",
        "shared", "programmes", "ask_if"}},
      {"weights", &CaseFile::weights, {"level", "id", "weight"}},
      {"also-score", &CaseFile::also_score, {"id"}},
      {"answers", &CaseFile::answers, {"school_id", "programme", "item_id", "state", "value", "reason"}},
      {"scores",
       &CaseFile::scores,
       {"school_id", "programme", "level", "id", "state", "score", "lower", "upper", "answered_points",
        "attainable_points"}},
      {"problems", &CaseFile::problems, {"code", "line", "file"}},
  };
  return keywords;
}

bool CaseTable::has(std::string_view column) const {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::string CaseTable::cell(const CaseRow& row, std::string_view column, std::string_view otherwise) const {
  const auto found = std::find(columns.begin(), columns.end(), column);
  if (found == columns.end()) return std::string(otherwise);
  const std::string& text = row.cells[static_cast<std::size_t>(found - columns.begin())];
  if (text.empty()) return std::string(otherwise);
  return text == "-" ? "" : text;
}

CaseFile read_case(std::string_view text, const std::string& path) {
  return CaseReader(text, path).read();
}

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace smm::test
