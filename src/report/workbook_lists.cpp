// SPDX-License-Identifier: Apache-2.0
#include "report/workbook_lists.hpp"

#include "report/worksheet_words.hpp"

namespace smm::report {

WorkbookLists::WorkbookLists(exchange::Workbook& book, const render::Texts& texts)
    : sheet_(book.add_sheet("lists", exchange::SheetVisibility::hidden)) {
  Entries states;
  for (const StateWords& state : answer_states(texts)) states.emplace_back(state.id, state.label);
  states_ = add("state", states);
  const std::pair<std::string, std::string> yes{"yes", texts("sheet.yes")};
  ticks_ = add("tick", {yes, states.back()});
  yes_ = add("yes", {yes});
}

std::string WorkbookLists::options_of(const instrument::Item& item) {
  Entries entries;
  for (const instrument::Option& option : item.options) {
    const bool phase = item.type == instrument::ItemType::phase;
    entries.emplace_back(option.id, phase ? option.id + ". " + option.label : option.label);
  }
  return add(item.id, entries);
}

std::string WorkbookLists::add(const std::string& of, const Entries& entries) {
  const std::uint16_t ids = next_column_;
  const auto labels = static_cast<std::uint16_t>(ids + 1);
  next_column_ = static_cast<std::uint16_t>(ids + 2);
  sheet_.text(0, ids, of);
  std::uint32_t row = 0;
  for (const auto& [id, label] : entries) {
    ++row;
    sheet_.text(row, ids, id).text(row, labels, label);
  }
  return sheet_.reference({1, labels, row, labels});
}

}  // namespace smm::report
