// SPDX-License-Identifier: Apache-2.0
#include "report/workbook_lists.hpp"

#include <algorithm>

#include "report/worksheet_words.hpp"

namespace smm::report {

ListEntries state_entries(const render::Texts& texts) {
  ListEntries entries;
  for (const StateWords& state : answer_states(texts)) entries.emplace_back(state.id, state.label);
  return entries;
}

ListEntries tick_entries(const render::Texts& texts) {
  return {{"yes", texts("sheet.yes")}, state_entries(texts).back()};
}

ListEntries option_entries(const instrument::Item& item) {
  ListEntries entries;
  for (const instrument::Option& option : item.options) {
    const bool phase = item.type == instrument::ItemType::phase;
    entries.emplace_back(option.id, phase ? option.id + ". " + option.label : option.label);
  }
  return entries;
}

std::string listed_label(const ListEntries& entries, const std::string& id) {
  const auto found = std::ranges::find(entries, id, &ListEntries::value_type::first);
  return found == entries.end() ? "" : found->second;
}

WorkbookLists::WorkbookLists(exchange::Workbook& book, const render::Texts& texts)
    : sheet_(book.add_sheet("lists", exchange::SheetVisibility::hidden)),
      state_entries_(state_entries(texts)),
      tick_entries_(tick_entries(texts)) {
  states_ = add("state", state_entries_);
  ticks_ = add("tick", tick_entries_);
  yes_ = add("yes", {tick_entries_.front()});
}

std::string WorkbookLists::options_of(const instrument::Item& item) {
  return add(item.id, option_entries(item));
}

std::string WorkbookLists::add(const std::string& of, const ListEntries& entries) {
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
