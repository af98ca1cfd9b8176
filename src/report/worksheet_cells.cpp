// SPDX-License-Identifier: Apache-2.0
#include "report/worksheet_cells.hpp"

#include <algorithm>

#include "exchange/xlsx_writer.hpp"
#include "report/answer_words.hpp"

namespace smm::report {
namespace {

using instrument::AnswerState;
using instrument::Item;
using instrument::ItemType;

constexpr const char* tick_mark = "yes";
constexpr const char* barred_mark = "not_permitted";

bool takes_one(ItemType type) {
  return type == ItemType::yes_no || type == ItemType::one_of || type == ItemType::phase;
}

bool takes_many(ItemType type) {
  return type == ItemType::any_of || type == ItemType::year_grid;
}

bool is_amount(ItemType type) {
  return type == ItemType::count || type == ItemType::money;
}

// "007" as "7", "33.50" as "33.5"; anything else as it is.
std::string shortest_number(const std::string& text) {
  if (text.empty() || text.find_first_not_of("0123456789.") != std::string::npos) return text;
  const std::size_t point = text.find('.');
  if (point == 0 || point == text.size() - 1 || text.find('.', point + 1) < text.size()) return text;
  std::string whole = text.substr(0, point);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  if (point == std::string::npos) return whole;
  std::string fraction = text.substr(point + 1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return fraction.empty() ? whole : whole + "." + fraction;
}

std::string trimmed_text(std::string_view text) {
  constexpr std::string_view white = " \t\n";
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(white) - begin + 1));
}

std::string written_text(const std::string& text) {
  std::string plain;
  for (const char letter : text)
    if (letter == '\n' || letter == '\t' || static_cast<unsigned char>(letter) >= ' ') plain += letter;
  return trimmed_text(exchange::cell_text(plain));
}

void put(AnswerCells& cells, const std::string& part, const std::string& text) {
  if (!text.empty()) cells.parts[part] = text;
}

void put_share(AnswerCells& cells, const std::string& before, std::string_view value) {
  const EnteredShare entered = entered_share(value);
  put(cells, before + "n", shortest_number(entered.numerator));
  put(cells, before + "d", shortest_number(entered.denominator));
  put(cells, before + "percent", shortest_number(entered.percent));
}

void put_value(AnswerCells& cells, const Item& item, const std::string& value) {
  const EnteredChoice choice = entered_choice(value);
  if (takes_one(item.type)) {
    put(cells, "", choice.chosen.empty() ? "" : choice.chosen.front());
  } else if (takes_many(item.type)) {
    for (const std::string& id : choice.chosen) put(cells, id, tick_mark);
    for (const std::string& id : choice.barred) put(cells, id, barred_mark);
  } else if (item.type == ItemType::share || item.type == ItemType::ratio) {
    put_share(cells, "", value);
  } else if (item.type == ItemType::two_shares) {
    const std::size_t bar = std::min(value.find('|'), value.size());
    put_share(cells, "own.", std::string_view(value).substr(0, bar));
    if (bar < value.size()) put_share(cells, "comparator.", std::string_view(value).substr(bar + 1));
  } else {
    put(cells, "", is_amount(item.type) ? shortest_number(value) : written_text(value));
  }
}

std::string part_of(const AnswerCells& cells, const std::string& part) {
  const auto found = cells.parts.find(part);
  return found == cells.parts.end() ? "" : found->second;
}

// Ids of options, or topic@year of every box, in the order of the question.
std::vector<std::string> boxes_of(const Item& item, int years) {
  std::vector<std::string> boxes;
  for (const instrument::Option& option : item.options) {
    if (item.type != ItemType::year_grid) boxes.push_back(option.id);
    for (int year = 1; item.type == ItemType::year_grid && year <= years; ++year)
      boxes.push_back(option.id + "@" + std::to_string(year));
  }
  return boxes;
}

// What is neither yes nor "not permitted" goes along as it is, for reading to refuse it.
std::string choices_in(const Item& item, int years, const AnswerCells& cells) {
  std::string chosen, barred;
  std::vector<std::string> boxes = boxes_of(item, years);
  if (offers_none(item)) boxes.insert(boxes.begin(), "none");
  for (const std::string& box : boxes) {
    const std::string mark = part_of(cells, box);
    if (mark.empty()) continue;
    if (mark == barred_mark)
      barred += ";!" + box;
    else
      chosen += (chosen.empty() ? "" : ";") + (mark == tick_mark ? box : box + ": " + mark);
  }
  if (chosen.empty() && !barred.empty()) chosen = "none";
  return chosen + barred;
}

// A percentage is no count: its sign stays, for reading to refuse it.
std::string amount_in(const AnswerCells& cells, const std::string& part) {
  const std::string typed = part_of(cells, part);
  return typed.find('%') == std::string::npos ? shortest_number(bare_number(typed)) : typed;
}

std::string share_in(const AnswerCells& cells, const std::string& before) {
  const std::string numerator = amount_in(cells, before + "n");
  const std::string denominator = amount_in(cells, before + "d");
  if (!numerator.empty() || !denominator.empty()) return numerator + "/" + denominator;
  return shortest_number(bare_number(part_of(cells, before + "percent")));
}

std::string two_shares_in(const AnswerCells& cells) {
  const std::string own = share_in(cells, "own."), other = share_in(cells, "comparator.");
  return own.empty() && other.empty() ? "" : own + "|" + other;
}

std::string one_choice_in(const AnswerCells& cells, const std::vector<std::string>& barred) {
  std::string value = part_of(cells, "");
  if (value.empty()) return "";
  const std::string chosen = value;
  for (const std::string& option : barred)
    if (option != chosen) value += ";!" + option;
  return value;
}

std::string value_in(const Item& item, int years, const AnswerCells& cells,
                     const std::vector<std::string>& barred) {
  if (takes_one(item.type)) return one_choice_in(cells, barred);
  if (takes_many(item.type)) return choices_in(item, years, cells);
  if (item.type == ItemType::two_shares) return two_shares_in(cells);
  if (item.type == ItemType::share || item.type == ItemType::ratio) return share_in(cells, "");
  return is_amount(item.type) ? amount_in(cells, "") : written_text(part_of(cells, ""));
}

}  // namespace

AnswerCells cells_of(const Item& item, const EnteredAnswer& answer) {
  AnswerCells cells;
  if (answer.state == AnswerState::not_answered) return cells;
  cells.reason = written_text(answer.reason);
  if (answer.state == AnswerState::answered)
    put_value(cells, item, answer.value);
  else
    cells.state = instrument::to_string(answer.state);
  return cells;
}

TypedAnswer answer_in(const Item& item, int years, const AnswerCells& cells,
                      const std::vector<std::string>& barred) {
  TypedAnswer written{cells.state, value_in(item, years, cells, barred), written_text(cells.reason)};
  if (!written.state.empty()) return written;
  const bool nothing = written.value.empty() && written.reason.empty();
  written.state = to_string(nothing ? AnswerState::not_answered : AnswerState::answered);
  return written;
}

TypedAnswer canonical(const Item& item, int years, const EnteredAnswer& answer) {
  return answer_in(item, years, cells_of(item, answer), barred_beside(item, answer));
}

std::vector<std::string> barred_beside(const Item& item, const EnteredAnswer& answer) {
  if (!takes_one(item.type) || answer.state != AnswerState::answered) return {};
  std::vector<std::string> barred;
  const EnteredChoice entered = entered_choice(answer.value);
  for (const std::string& box : boxes_of(item, 0))
    if (std::ranges::find(entered.barred, box) != entered.barred.end()) barred.push_back(box);
  return barred;
}

std::string bare_number(std::string_view typed) {
  std::string plain;
  for (const char letter : typed)
    if (std::string_view(" ,$%").find(letter) == std::string_view::npos) plain += letter;
  return plain;
}

}  // namespace smm::report
