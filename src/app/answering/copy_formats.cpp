// SPDX-License-Identifier: Apache-2.0
#include "app/answering/copy_formats.hpp"

#include "exchange/csv.hpp"
#include "exchange/json.hpp"
#include "exchange/xlsx_writer.hpp"

namespace smm::app {
namespace {

double width_of(const std::string& column) {
  const bool wide = column == "value" || column == "reason" || column == "question" || column == "name";
  return wide ? 44 : 18;
}

void add_table(exchange::Workbook& book, const CopyTable& table) {
  exchange::Sheet sheet = book.add_sheet(table.name);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto column = static_cast<std::uint16_t>(c);
    sheet.text(0, column, table.columns[c], exchange::CellStyle::heading);
    sheet.column_width(column, column, width_of(table.columns[c]));
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    for (std::size_t c = 0; c < table.rows[r].size(); ++c)
      sheet.text(static_cast<std::uint32_t>(r + 1), static_cast<std::uint16_t>(c),
                 exchange::cell_text(table.rows[r][c]), exchange::CellStyle::body);
  sheet.freeze_panes(1, 0);
}

void write_table(exchange::JsonWriter& json, const CopyTable& table) {
  json.key(table.name).begin_array();
  for (const auto& row : table.rows) {
    json.begin_object();
    for (std::size_t c = 0; c < row.size(); ++c) json.key(table.columns[c]).text(row[c]);
    json.end_object();
  }
  json.end_array();
}

// Spreadsheet programs take a cell that begins so for a formula, also between quotes.
bool looks_like_a_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string without_formula(const std::string& cell) {
  return looks_like_a_formula(cell) ? "'" + cell : cell;
}

std::string table_as_csv(const CopyTable& table) {
  std::string text;
  exchange::CsvWriter csv(text);
  for (const std::string& column : table.columns) csv.cell(column);
  csv.end_row();
  for (const auto& row : table.rows) {
    for (const std::string& cell : row) csv.cell(without_formula(cell));
    csv.end_row();
  }
  return text;
}

std::string copy_as_json(const SchoolCopy& copy) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object();
  json.key("school_id").text(copy.school).key("round").text(copy.round).key("edition").text(copy.edition);
  for (const CopyTable& table : copy.tables) write_table(json, table);
  json.end_object();
  json.finish();
  return text;
}

std::string copy_as_workbook(const SchoolCopy& copy) {
  exchange::Workbook book({.title = copy.school + " " + copy.round});
  for (const CopyTable& table : copy.tables) add_table(book, table);
  return book.finish();
}

}  // namespace smm::app
