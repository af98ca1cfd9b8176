// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/record_file.hpp"

#include <unordered_set>

#include "exchange/utf8.hpp"
#include "outcomes/linkage/problems.hpp"

namespace smm::outcomes::linkage {
namespace {

void trim_cell(std::string& text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  std::size_t end = text.size();
  while (end > 0 && blank(text[end - 1])) --end;
  std::size_t begin = 0;
  while (begin < end && blank(text[begin])) ++begin;
  text = text.substr(begin, end - begin);
}

}  // namespace

std::string as_utf8(std::string_view bytes) {
  if (!exchange::first_invalid_utf8(bytes)) return std::string(bytes);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else if (byte < 0xA0) {
      text += ' ';
    } else {
      text += static_cast<char>(0xC0 | (byte >> 6));
      text += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return text;
}

base::Result<RecordFile> records_of(base::Table table, const std::string& id_column) {
  for (std::string& name : table.columns) trim_cell(name);
  for (base::TableRow& row : table.rows)
    for (std::string& cell : row.cells) trim_cell(cell);
  RecordFile file{table.source, {}, std::move(table)};
  const auto at = file.table.column(id_column);
  if (!at)
    return base::Problem(problem::linkage_column_missing,
                         "there is no column \"" + id_column + "\" for the ids", {file.source, 1, 0});
  if (file.table.rows.empty())
    return base::Problem(problem::linkage_no_records, "the file holds no rows", {file.source, 0, 0});
  base::Problems problems;
  std::unordered_set<std::string_view> seen;
  for (const base::TableRow& row : file.table.rows) {
    const std::string& id = row.cells[*at];
    if (id.empty())
      problems.emplace_back(problem::linkage_missing_id, "the id is empty", file.table.place(row));
    if (!seen.insert(id).second && !id.empty())
      problems.emplace_back(problem::linkage_repeated_id, "\"" + id + "\" stands here again",
                            file.table.place(row));
    file.ids.push_back(id);
  }
  if (!problems.empty()) return problems;
  return file;
}

}  // namespace smm::outcomes::linkage
