// SPDX-License-Identifier: Apache-2.0
// The hidden sheet of lists that cells of a worksheet workbook choose from. Internal to report.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "exchange/xlsx_writer.hpp"
#include "report/worksheet.hpp"

namespace smm::report {

using ListEntries = std::vector<std::pair<std::string, std::string>>;  // id, label

// What the cells of a worksheet offer.
ListEntries state_entries(const render::Texts& texts);
ListEntries tick_entries(const render::Texts& texts);  // yes, and "not permitted"
ListEntries option_entries(const instrument::Item& item);

// The label of an id; empty for an id that is not among them.
std::string listed_label(const ListEntries& entries, const std::string& id);

// As a single choice is shown, such as "3. They must agree."
inline std::string option_label(const instrument::Item& item, const std::string& id) {
  return listed_label(option_entries(item), id);
}

class WorkbookLists {
 public:
  WorkbookLists(exchange::Workbook& book, const render::Texts& texts);

  const std::string& states() const { return states_; }  // references, as Sheet::choose_from takes them
  const std::string& ticks() const { return ticks_; }    // "yes" and "not permitted"
  const std::string& yes() const { return yes_; }
  std::string options_of(const instrument::Item& item);  // yes/no, one of, phase

  // What a cell shows for an id; empty for none.
  std::string state_label(const std::string& id) const { return listed_label(state_entries_, id); }
  std::string tick_label(const std::string& id) const { return listed_label(tick_entries_, id); }

 private:
  std::string add(const std::string& of, const ListEntries& entries);

  exchange::Sheet sheet_;
  const ListEntries state_entries_;
  const ListEntries tick_entries_;
  std::uint16_t next_column_ = 0;
  std::string states_;
  std::string ticks_;
  std::string yes_;
};

}  // namespace smm::report
