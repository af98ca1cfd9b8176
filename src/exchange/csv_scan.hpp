// SPDX-License-Identifier: Apache-2.0
// Takes one CSV row apart. Two ways: a fast one for a line without quotes, and a careful one for a row that
// has some. Internal to exchange.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace smm::exchange {

// Cuts `line` (its line end taken off) at every comma. `cells` holds at least as many entries as there are
// cells and only grows, so that reading allocates nothing once it is warm; the count is returned.
// Loads up to ByteWindow::slack bytes behind the line.
// `plain` becomes false when the line holds a quote, a control character or a byte that is not ASCII, and
// so needs a closer look.
std::size_t split_at_commas(std::string_view line, std::vector<std::string_view>& cells, bool& plain);

struct QuotedCell {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool doubled = false;  // holds doubled quotes that must become single ones
};

enum class QuotedOutcome { complete, needs_more, unclosed, stray_quote };

struct QuotedRow {
  QuotedOutcome outcome = QuotedOutcome::complete;
  std::size_t content = 0;   // bytes of the row without its line end
  std::size_t consumed = 0;  // with it
  bool stray_return = false;
};

// Finds the cells of the row that `bytes` begins with; `at_end` when the input ends with `bytes`.
QuotedRow scan_quoted_row(std::string_view bytes, bool at_end, std::vector<QuotedCell>& cells);

// Makes doubled quotes single, in place; returns the cell's text.
std::string_view undouble(char* begin, const QuotedCell& cell);

}  // namespace smm::exchange
