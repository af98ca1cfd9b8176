// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/source_rows.hpp"

#include <algorithm>

#include "outcomes/reference/source_text.hpp"

namespace smm::outcomes::reference {
namespace {

constexpr int lines_of_title = 20;

std::string_view line_at(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view behind_line(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
}

bool matches(std::string_view squeezed_name, std::string_view wanted) {
  if (!wanted.ends_with('*')) return squeezed_name == wanted;
  return squeezed_name.starts_with(wanted.substr(0, wanted.size() - 1));
}

std::optional<std::size_t> find_column(const std::vector<std::string>& header, ColumnNames names) {
  for (const std::string_view name : names)
    for (std::size_t at = 0; at < header.size(); ++at)
      if (matches(header[at], name)) return at;
  return std::nullopt;
}

std::vector<std::string> squeezed_cells(std::string_view line) {
  std::vector<std::string> cells = cells_of_line(line);
  for (std::string& cell : cells) cell = squeezed(cell);
  return cells;
}

}  // namespace

std::vector<std::string> cells_of_line(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '"' && quoted && at + 1 < line.size() && line[at + 1] == '"') {
      cells.back() += line[++at];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

SourceRows::SourceRows(std::string_view text, std::string source, std::initializer_list<ColumnNames> needed)
    : source_(std::move(source)) {
  for (int line = 0; line < lines_of_title && !text.empty(); ++line, text = behind_line(text)) {
    header_ = squeezed_cells(line_at(text));
    if (!std::all_of(needed.begin(), needed.end(),
                     [&](ColumnNames names) { return find_column(header_, names).has_value(); }))
      continue;
    lines_before_ = line;
    open(line_at(text), behind_line(text));
    return;
  }
}

// The reader gets a header of numbers, so that it does not mind what the file's says.
void SourceRows::open(std::string_view header_line, std::string_view rest) {
  const std::size_t columns =
      std::max(cells_of_line(header_line).size(), cells_of_line(line_at(rest)).size());
  for (std::size_t at = 0; at < columns; ++at) text_ += (at == 0 ? "" : ",") + std::to_string(at);
  text_ += '\n';
  text_ += rest;
  bytes_ = std::make_unique<base::MemorySource>(text_);
  reader_ = std::make_unique<exchange::CsvReader>(*bytes_, source_);
}

std::optional<std::size_t> SourceRows::column(ColumnNames names) const {
  return find_column(header_, names);
}

bool SourceRows::next() {
  if (!reader_ || !reader_->next(row_)) return false;
  ++rows_;
  return true;
}

std::string_view SourceRows::cell(std::optional<std::size_t> column) const {
  return column && *column < row_.cells.size() ? trimmed(row_.cells[*column]) : std::string_view();
}

base::Place SourceRows::place() const {
  return {source_, row_.line + lines_before_, 0};
}

base::Problems SourceRows::malformed() const {
  base::Problems problems = reader_ ? reader_->problems() : base::Problems();
  for (base::Problem& problem : problems)
    if (problem.place.line > 0) problem.place.line += lines_before_;
  return problems;
}

}  // namespace smm::outcomes::reference
