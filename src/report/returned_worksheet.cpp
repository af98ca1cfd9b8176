// SPDX-License-Identifier: Apache-2.0
#include "report/returned_worksheet.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/document_reader.hpp"
#include "report/problems.hpp"
#include "report/workbook_lists.hpp"
#include "report/worksheet_xlsx.hpp"

namespace smm::report {
namespace {

using exchange::ReadSheet;
using exchange::ReadWorkbook;
using instrument::Item;
using instrument::ItemType;

constexpr std::size_t most_worksheet_cells = 100'000;
constexpr std::uint32_t most_worksheet_rows = 20'000;

base::Problem foreign_worksheet(const ReadWorkbook& book) {
  return {problem::worksheet_foreign,
          "This workbook is no worksheet that was made for a school here. Take one from the worksheets page, "
          "and save it as .xlsx",
          {book.source, 0, 0}};
}

const ReadSheet* sheet_named(const ReadWorkbook& book, std::string_view name) {
  const auto found = std::ranges::find(book.sheets, name, &ReadSheet::name);
  return found == book.sheets.end() ? nullptr : &*found;
}

// The rows of key and value on a hidden sheet.
std::map<std::string, std::string> pairs_on(const ReadWorkbook& book, std::string_view name) {
  std::map<std::string, std::string> pairs;
  const ReadSheet* sheet = sheet_named(book, name);
  if (sheet == nullptr) return pairs;
  for (const auto& [place, text] : sheet->cells)
    if (place.second == 0) pairs[text] = sheet->at(place.first, 1);
  return pairs;
}

bool is_hidden_helper(const std::string& name) {
  return name == "edition" || name == "versions" || name == "lists";
}

std::string folded(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return "";
  std::string plain;
  for (const char letter : text.substr(begin, text.find_last_not_of(white) - begin + 1))
    plain += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  return plain;
}

// The id of what a cell shows; what is not offered there stays as it is.
std::string id_shown(const ListEntries& entries, const std::string& text) {
  const std::string wanted = folded(text);
  for (const auto& [id, label] : entries)
    if (folded(label) == wanted || folded(id) == wanted) return id;
  return text;
}

struct RowPlace {
  const ReadSheet* sheet = nullptr;
  std::uint32_t row = 0;
};

// Where in a workbook everything is, counted from 0.
struct WorksheetColumns {
  std::uint32_t id = 0;
  std::uint32_t answer = 0;
  std::uint32_t state = 0;
  std::uint32_t reason = 0;
};

std::optional<WorksheetColumns> columns_in(const std::map<std::string, std::string>& facts) {
  WorksheetColumns columns;
  const std::pair<const char*, std::uint32_t*> wanted[] = {{"id_column", &columns.id},
                                                           {"answer_column", &columns.answer},
                                                           {"state_column", &columns.state},
                                                           {"reason_column", &columns.reason}};
  for (const auto& [key, column] : wanted) {
    const auto found = facts.find(key);
    const auto number = found == facts.end() ? std::nullopt : base::parse_integer(found->second);
    constexpr std::int64_t most_columns = 100;
    if (!number || *number < 0 || *number > most_columns) return std::nullopt;
    *column = static_cast<std::uint32_t>(*number);
  }
  return columns;
}

class WorksheetReader {
 public:
  WorksheetReader(const ReadWorkbook& book, const WorksheetColumns& columns, const render::Texts& texts)
      : book_(book), columns_(columns), states_(state_entries(texts)), ticks_(tick_entries(texts)) {
    for (const auto& [key, version] : pairs_on(book, "versions"))
      versions_[key] = base::parse_integer(version).value_or(0);
    for (const ReadSheet& sheet : book.sheets) find_rows(sheet);
  }

  // Nothing when the workbook does not hold the question.
  std::optional<ReturnedAnswer> read(const Question& question) {
    if (!rows_.contains(question.key)) return std::nullopt;
    const RowPlace at = only_row(question, question.key);
    ReturnedAnswer answer;
    answer.cell = at.sheet->name + "!" + exchange::cell_name(at.row, columns_.answer);
    const auto version = versions_.find(question.key);
    answer.version = version == versions_.end() ? 0 : version->second;
    answer.cells.reason = text(at, columns_.reason);
    const std::string state = text(at, columns_.state);
    answer.cells.state = folded(state).empty() ? "" : id_shown(states_, state);
    read_parts(question, at, answer.cells);
    return answer;
  }

  base::Problems problems;

 private:
  void find_rows(const ReadSheet& sheet) {
    if (is_hidden_helper(sheet.name)) return;
    for (const auto& [place, id] : sheet.cells)
      if (place.second == columns_.id && !rows_.emplace(id, RowPlace{&sheet, place.first}).second)
        twice_.insert(id);
  }

  void add_problem(const base::ProblemKind& kind, std::string sentence) {
    problems.push_back({kind, std::move(sentence), {book_.source, 0, 0}});
  }

  RowPlace only_row(const Question& question, const std::string& id) {
    const auto found = rows_.find(id);
    const std::string number = std::to_string(question.number);
    if (found == rows_.end())
      add_problem(
          problem::worksheet_rows_changed,
          "A row of question " + number + " is missing; take a new worksheet and copy the answers into it");
    else if (twice_.contains(id))
      add_problem(problem::worksheet_rows_changed, "A row of question " + number +
                                                       " stands there twice (sheet " +
                                                       found->second.sheet->name + "); remove the copy");
    return found == rows_.end() ? RowPlace() : found->second;
  }

  void read_parts(const Question& question, const RowPlace& at, AnswerCells& cells) {
    const Item& item = question.item;
    if (item.type == ItemType::any_of || item.type == ItemType::year_grid) {
      for (const instrument::Option& option : item.options) read_option(question, option.id, cells);
      if (offers_none(item)) put(cells, "none", mark(row_of(question, "none"), columns_.answer));
    } else if (question.numbers.empty() || question.numbers.front().denominator.empty()) {
      put(cells, "", single(item, text(at, columns_.answer)));
    } else {
      for (const NumberLine& line : question.numbers) read_number(question, line, cells);
    }
  }

  void read_option(const Question& question, const std::string& option, AnswerCells& cells) {
    const RowPlace at = row_of(question, option);
    if (question.item.type == ItemType::year_grid) {
      for (int year = 1; year <= question.years; ++year)
        put(cells, option + "@" + std::to_string(year),
            mark(at, columns_.answer + static_cast<std::uint32_t>(year - 1)));
    } else {
      put(cells, option, mark(at, columns_.answer));
    }
    const std::string reason = text(at, columns_.reason);
    if (!folded(reason).empty()) cells.reason += (folded(cells.reason).empty() ? "" : "; ") + reason;
  }

  void read_number(const Question& question, const NumberLine& line, AnswerCells& cells) {
    const std::string before = line.part.empty() ? "" : line.part + ".";
    for (const char* part : {"n", "d", "percent"}) {
      if (part == std::string_view("percent") && !line.percent_will_do) continue;
      put(cells, before + part, text(row_of(question, before + part), columns_.answer));
    }
  }

  static void put(AnswerCells& cells, const std::string& part, const std::string& text) {
    if (!folded(text).empty()) cells.parts[part] = text;
  }

  static std::string single(const Item& item, const std::string& shown) {
    return item.options.empty() ? shown : id_shown(option_entries(item), shown);
  }

  std::string mark(const RowPlace& at, std::uint32_t column) {
    const std::string shown = text(at, column);
    const std::string plain = folded(shown);
    const bool crossed = plain == "x" || plain == "1" || plain == "true";
    return crossed ? "yes" : id_shown(ticks_, shown);
  }

  RowPlace row_of(const Question& question, const std::string& part) {
    return only_row(question, question.key + "#" + part);
  }

  std::string text(const RowPlace& at, std::uint32_t column) {
    if (at.sheet == nullptr) return "";
    if (at.sheet->formulas.contains({at.row, column}))
      add_problem(problem::worksheet_formula, "Cell " + at.sheet->name + "!" +
                                                  exchange::cell_name(at.row, column) +
                                                  " holds a formula; put its value there");
    return at.sheet->at(at.row, column);
  }

  const ReadWorkbook& book_;
  const WorksheetColumns columns_;
  const ListEntries states_;
  const ListEntries ticks_;
  std::map<std::string, std::int64_t> versions_;
  std::map<std::string, RowPlace> rows_;  // by id
  std::set<std::string> twice_;
};

}  // namespace

base::Result<WorkbookFacts> workbook_facts(const ReadWorkbook& book) {
  std::size_t cells = 0;
  for (const ReadSheet& sheet : book.sheets) {
    cells += sheet.cells.size();
    const bool long_sheet = !sheet.cells.empty() && sheet.cells.rbegin()->first.first >= most_worksheet_rows;
    if (cells > most_worksheet_cells || long_sheet)
      return base::Problem(problem::worksheet_too_large,
                           "The workbook has more rows or cells than a worksheet can have; nothing was taken",
                           {book.source, 0, 0});
  }
  auto facts = pairs_on(book, "edition");
  const bool ours = facts["format"] == std::to_string(worksheet_workbook_format) &&
                    !facts["school"].empty() && !facts["round"].empty() && columns_in(facts);
  if (!ours) return foreign_worksheet(book);
  return WorkbookFacts{facts["edition"], facts["hash"], facts["school"], facts["round"],
                       facts["filled"] == "yes"};
}

base::Result<std::vector<ReturnedAnswer>> returned_answers(const ReadWorkbook& book,
                                                           const std::vector<Question>& questions,
                                                           const render::Texts& texts) {
  const auto columns = columns_in(pairs_on(book, "edition"));
  if (!columns) return foreign_worksheet(book);
  WorksheetReader reader(book, *columns, texts);
  std::vector<ReturnedAnswer> answers;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    auto answer = reader.read(questions[i]);
    if (!answer) continue;
    answer->question = i;
    answers.push_back(std::move(*answer));
  }
  if (!reader.problems.empty()) return std::move(reader.problems);
  return answers;
}

}  // namespace smm::report
