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

class WorkbookLists {
 public:
  WorkbookLists(exchange::Workbook& book, const render::Texts& texts);

  const std::string& states() const { return states_; }  // references, as Sheet::choose_from takes them
  const std::string& ticks() const { return ticks_; }    // "yes" and "not permitted"
  const std::string& yes() const { return yes_; }
  std::string options_of(const instrument::Item& item);  // yes/no, one of, phase

 private:
  using Entries = std::vector<std::pair<std::string, std::string>>;  // id, label

  std::string add(const std::string& of, const Entries& entries);

  exchange::Sheet sheet_;
  std::uint16_t next_column_ = 0;
  std::string states_;
  std::string ticks_;
  std::string yes_;
};

}  // namespace smm::report
