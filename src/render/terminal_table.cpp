// SPDX-License-Identifier: Apache-2.0
#include "render/terminal_table.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace smm::render {
namespace {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
};

// The code point at `at`; a byte that begins none stands for itself.
CodePoint code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (length == 1 || at + length > text.size()) return {lead, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {lead, 1};
    value = (value << 6U) | (byte(at + i) & 0x3FU);
  }
  return {value, length};
}

std::size_t columns_of(char32_t c) {
  if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
  return wide ? 2 : 1;
}

std::string one_line(std::string_view cell) {
  std::string out(cell);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return out;
}

void append_cell(std::string& line, const std::string& cell, std::size_t width, Align align) {
  const std::string gap(width - display_width(cell), ' ');
  line += align == Align::right ? gap + cell : cell + gap;
}

std::string finished_line(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string table_line(const TerminalTable& table, const std::vector<std::string>& cells,
                       const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (i > 0) line += "  ";
    append_cell(line, one_line(cells[i]), widths[i], table.columns[i].align);
  }
  return finished_line(std::move(line));
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    width += columns_of(point.value);
    at += point.bytes;
  }
  return width;
}

std::string to_text(const TerminalTable& table) {
  std::vector<std::string> headers;
  std::vector<std::size_t> widths;
  std::vector<std::string> rules;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    headers.push_back(table.columns[i].header);
    std::size_t width = display_width(one_line(headers.back()));
    for (const auto& row : table.rows) {
      SMM_ASSERT(row.size() == table.columns.size());
      width = std::max(width, display_width(one_line(row[i])));
    }
    widths.push_back(width);
    rules.push_back(std::string(width, '-'));
  }
  std::string out = table_line(table, headers, widths) + table_line(table, rules, widths);
  for (const auto& row : table.rows) out += table_line(table, row, widths);
  return out;
}

}  // namespace smm::render
