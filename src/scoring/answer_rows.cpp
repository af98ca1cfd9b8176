// SPDX-License-Identifier: Apache-2.0
#include "scoring/answer_rows.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

#include "base/assert.hpp"
#include "scoring/problems.hpp"

namespace smm::scoring {

using instrument::AnswerState;
using instrument::Item;
using instrument::Route;

namespace {

// Ids are written into files that people open in spreadsheet programs, which take = + - @ for a formula.
bool is_school_id(std::string_view id) {
  constexpr std::size_t longest = 200;
  const bool formula = std::string_view("=+-@").find(id.front()) != std::string_view::npos;
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return id.size() <= longest && !formula && std::none_of(id.begin(), id.end(), control);
}

}  // namespace

AnswerRows::AnswerRows(const ScoringPlan& plan, std::string source)
    : plan_(plan), source_(std::move(source)) {
  const instrument::Edition& edition = *plan.edition;
  SMM_ASSERT(edition.items.size() < std::numeric_limits<std::uint16_t>::max());
  for (std::size_t i = 0; i < edition.items.size(); ++i)
    items_.emplace(edition.items[i].id, static_cast<std::uint16_t>(i));
  for (std::size_t i = 0; i < edition.programmes.size(); ++i) {
    programmes_.emplace(edition.programmes[i].id, static_cast<std::int16_t>(i));
  }
  programmes_.emplace("", std::int16_t{-1});
}

void AnswerRows::keep(const instrument::Answer& answer, bool is_number, Row& row) {
  row.state = answer.state;
  row.first = is_number ? std::bit_cast<std::uint64_t>(answer.value) : answer.choice.chosen;
  row.second = is_number ? std::bit_cast<std::uint64_t>(answer.comparator) : answer.choice.barred;
}

instrument::Answer AnswerRows::kept(const Row& row, bool is_number) {
  if (!is_number) return {row.state, {row.first, row.second}, 0, 0};
  return {row.state, {}, std::bit_cast<double>(row.first), std::bit_cast<double>(row.second)};
}

std::uint32_t AnswerRows::school_number(std::string_view school_id) {
  // Files usually hold a school's rows together.
  if (!rows_.empty() && school_ids_[rows_.back().school] == school_id) return rows_.back().school;
  if (const auto found = schools_.find(school_id); found != schools_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(school_ids_.size());
  school_ids_.push_back(schools_.emplace(std::string(school_id), number).first->first);
  return number;
}

void AnswerRows::report(Row& row, const base::ProblemKind& kind, std::string sentence) {
  problems_.emplace_back(kind, std::move(sentence), base::Place{source_, static_cast<int>(row.line), 0});
  if (row.bad) return;
  row.bad = true;
  ++bad_rows_;
}

// False when the row belongs to nobody. An unknown item still tells that the school has the programme.
bool AnswerRows::resolve(const AnswerRow& text, Row& row) {
  if (text.school_id.empty()) {
    report(row, problem::answer_without_school, "the row names no school");
    return false;
  }
  if (!is_school_id(text.school_id)) {
    report(
        row, problem::answer_bad_school,
        "a school id has at most 200 characters, no control characters, and does not begin with = + - or @");
    return false;
  }
  const auto programme = programmes_.find(text.programme);
  if (programme == programmes_.end()) {
    report(row, problem::answer_unknown_programme,
           "no program \"" + std::string(text.programme.substr(0, 60)) + "\"");
    return false;
  }
  row.programme = programme->second;
  row.school = school_number(text.school_id);
  const auto item = items_.find(text.item_id);
  if (item == items_.end()) {
    report(row, problem::answer_unknown_item,
           "no item \"" + std::string(text.item_id.substr(0, 60)) + "\" in " + plan_.edition->id);
  } else {
    row.item = item->second;
  }
  return true;
}

void AnswerRows::read(const AnswerRow& text, Row& row) {
  const Item& item = plan_.edition->items[row.item];
  if (row.programme < 0 && !item.shared) {
    report(row, problem::answer_without_programme, item.id + " is answered per program; name the program");
    return;
  }
  if (row.programme < 0 && item.type == instrument::ItemType::year_grid) {
    report(row, problem::answer_without_programme,
           "the years of " + item.id + " are those of a program; name the program");
    return;
  }
  const int years =
      row.programme < 0 ? 0 : plan_.edition->programmes[static_cast<std::size_t>(row.programme)].years;
  std::optional<base::Problem> found;
  instrument::Answer answer;
  if (instrument::parse_answer(item, years, {text.state, text.value, text.reason}, answer, found)) {
    keep(answer, is_number(item.type), row);
    return;
  }
  found->place = {source_, static_cast<int>(row.line), 0};
  problems_.push_back(std::move(*found));
  row.bad = true;
  ++bad_rows_;
}

void AnswerRows::add(const AnswerRow& text, int line) {
  Row row;
  row.line = static_cast<std::uint32_t>(line);
  if (!resolve(text, row)) return;
  if (!row.bad) read(text, row);
  rows_.push_back(row);
}

void AnswerRows::group() {
  SMM_ASSERT(school_begin_.empty());
  school_begin_.assign(school_ids_.size() + 1, 0);
  for (std::size_t i = 0; i < rows_.size(); ++i) ++school_begin_[rows_[i].school + 1];
  std::partial_sum(school_begin_.begin(), school_begin_.end(), school_begin_.begin());
  std::vector<std::uint32_t> next(school_begin_.begin(), school_begin_.end() - 1);
  by_school_.resize(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i)
    by_school_[next[rows_[i].school]++] = static_cast<std::uint32_t>(i);
  school_order_.resize(school_ids_.size());
  std::iota(school_order_.begin(), school_order_.end(), 0u);
  std::sort(school_order_.begin(), school_order_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return school_ids_[a] < school_ids_[b]; });
}

std::span<const std::uint32_t> AnswerRows::rows_of(std::uint32_t school) const {
  return std::span(by_school_)
      .subspan(school_begin_[school], school_begin_[school + 1] - school_begin_[school]);
}

std::vector<std::size_t> AnswerRows::programmes_of(std::uint32_t school) {
  std::vector<bool> named(plan_.programmes.size(), false);
  for (const std::uint32_t position : rows_of(school)) {
    if (rows_[position].programme >= 0) named[static_cast<std::size_t>(rows_[position].programme)] = true;
  }
  std::vector<std::size_t> programmes;
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (named[i]) programmes.push_back(i);
  }
  const auto& known = plan_.edition->programmes;
  std::sort(programmes.begin(), programmes.end(), [&](auto a, auto b) { return known[a].id < known[b].id; });
  if (!programmes.empty()) return programmes;
  for (const std::uint32_t position : rows_of(school)) {
    report(rows_[position], problem::school_without_programme,
           "no row of school \"" + std::string(school_ids_[school].substr(0, 60)) + "\" names its program");
  }
  return programmes;
}

const std::string& AnswerRows::item_id(const Row& row) const {
  return plan_.edition->items[row.item].id;
}

int AnswerRows::position_on_sheet(const Row& row, const ProgrammePlan& plan) const {
  const bool mine =
      row.programme < 0 || static_cast<std::size_t>(row.programme) == plan.questionnaire.programme;
  return mine && !row.bad ? plan.routes.at[row.item] : -1;
}

// All rows of one item on one sheet are bad when there are two: none of them can be preferred. Found on every
// sheet of the school before any is reported, so that a shared row spoils each program's own row alike.
void AnswerRows::find_duplicates(std::uint32_t school, std::span<const std::size_t> programmes) {
  std::vector<std::pair<Row*, Row*>> pairs;
  for (const std::size_t programme : programmes) {
    const ProgrammePlan& plan = plan_.programmes[programme];
    row_at_.assign(plan.questionnaire.items.size(), nullptr);
    for (const std::uint32_t position : rows_of(school)) {
      const int at = position_on_sheet(rows_[position], plan);
      if (at < 0) continue;
      Row*& first = row_at_[static_cast<std::size_t>(at)];
      if (first != nullptr) pairs.emplace_back(first, &rows_[position]);
      if (first == nullptr) first = &rows_[position];
    }
  }
  for (const auto& [first, second] : pairs) {
    const std::string sentence = item_id(*first) + " is answered twice for one program (lines " +
                                 std::to_string(first->line) + " and " + std::to_string(second->line) + ")";
    report(*first, problem::answer_duplicate, sentence);
    report(*second, problem::answer_duplicate, sentence);
  }
}

void AnswerRows::fill_sheet(std::uint32_t school, std::size_t programme) {
  const ProgrammePlan& plan = plan_.programmes[programme];
  sheet_.school_id = school_ids_[school];
  sheet_.programme = programme;
  sheet_.answers.assign(plan.questionnaire.items.size(), {});
  sheet_.routes.assign(plan.questionnaire.items.size(), Route::asked);
  row_at_.assign(plan.questionnaire.items.size(), nullptr);
  for (const std::uint32_t position : rows_of(school)) {
    const int at = position_on_sheet(rows_[position], plan);
    if (at < 0) continue;
    const Item& item = plan.questionnaire.items[static_cast<std::size_t>(at)].item;
    sheet_.answers[static_cast<std::size_t>(at)] = kept(rows_[position], is_number(item.type));
    row_at_[static_cast<std::size_t>(at)] = &rows_[position];
  }
  instrument::route_answers(plan.routes, plan.questionnaire, sheet_.answers, sheet_.routes);
  for (std::size_t i = 0; i < row_at_.size(); ++i) {
    const bool open = sheet_.routes[i] == Route::asked || sheet_.routes[i] == Route::undecided;
    if (open && row_at_[i] != nullptr) row_at_[i]->asked = true;
  }
}

void AnswerRows::report_skipped(std::uint32_t school) {
  for (const std::uint32_t position : rows_of(school)) {
    Row& row = rows_[position];
    if (row.bad || row.asked || row.state != AnswerState::answered) continue;
    report(row, problem::answer_to_skipped,
           item_id(row) + " is not asked here, by program or by other answers, but has a value");
  }
}

base::Problems AnswerRows::take_problems() {
  base::sort_problems(problems_);
  return std::move(problems_);
}

}  // namespace smm::scoring
