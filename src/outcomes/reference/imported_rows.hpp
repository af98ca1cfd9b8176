// SPDX-License-Identifier: Apache-2.0
// ImportedRows: what an importer has found so far: the rows of the snapshot to be, counts by name, and the
// rows that could not be taken.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "outcomes/reference/area_code.hpp"
#include "outcomes/registry/day.hpp"

namespace smm::outcomes::reference {

class ImportedRows {
 public:
  explicit ImportedRows(registry::Day as_of) : as_of_(as_of) {}

  // Rows are sorted by their cells, and equal ones become one. `key_cells`: how many cells, from the first,
  // name what a row speaks of; two rows with the same ones and others after them disagree, and the first
  // stays. 0: rows may repeat.
  void add(std::initializer_list<std::string_view> cells, const base::Place& place);

  void count(std::string_view name, std::uint64_t more = 1) { counts_[std::string(name)] += more; }
  void leave_out(const base::Problem& problem);  // a row that cannot be taken
  void warn(const base::Problem& problem);       // one that was taken although
  void cover(std::string_view state) { states_.emplace(state); }

  // A code with `digits` digits, restored zeros counted; nothing for none.
  std::optional<std::uint64_t> area(std::string_view text, std::size_t digits);
  std::optional<Zip> zip(std::string_view text);
  // Nothing for a text that is no date; counts a day after the list's.
  std::optional<registry::Day> day(std::string_view text);
  // Without entities, blanks squeezed.
  std::string name(std::string_view text);

  // Body of the snapshot under these columns; `key_cells` as above.
  std::string body(std::span<const std::string_view> columns, std::size_t key_cells);
  std::uint64_t rows() const { return rows_.size(); }  // after body(): of the snapshot
  std::uint64_t left_out() const { return left_out_; }
  const std::map<std::string, std::uint64_t>& counts() const { return counts_; }
  const base::Problems& problems() const { return problems_; }
  std::string states() const;

 private:
  struct Row {
    std::vector<std::string> cells;
    base::Place place;
  };

  registry::Day as_of_;
  std::vector<Row> rows_;
  std::map<std::string, std::uint64_t> counts_;
  std::set<std::string, std::less<>> states_;
  base::Problems problems_;
  std::uint64_t left_out_ = 0;
};

// "03/14/2022", "3/14/2022", "2022-03-14", each with or without a time behind it; the empty text is the day
// that is not given.
std::optional<registry::Day> read_list_day(std::string_view text);

// The shortest text that reads back as the same number.
std::string number_text(double number);
// A decimal, also with exponent or percent sign left off; nothing for other texts.
std::optional<double> read_number(std::string_view text);

}  // namespace smm::outcomes::reference
