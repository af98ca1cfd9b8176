// SPDX-License-Identifier: Apache-2.0
// A table for a terminal: columns as wide as their widest cell, two spaces apart, a rule below the header.
//
// Widths count what a terminal shows for Latin text: one column for each code point, none for combining
// marks, two for the common East Asian wide ranges. Bytes that are not UTF-8 count one each. Cells are one
// line; a control character is shown as a space. Lines carry no trailing spaces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smm::render {

enum class Align { left, right };

struct TerminalColumn {
  std::string header;
  Align align = Align::left;  // numbers stand right
};

struct TerminalTable {
  std::vector<TerminalColumn> columns;
  std::vector<std::vector<std::string>> rows;  // each with one cell for every column
};

std::string to_text(const TerminalTable& table);

// Columns that `text` takes on a terminal.
std::size_t display_width(std::string_view text);

}  // namespace smm::render
