// SPDX-License-Identifier: Apache-2.0
#include "old_rows.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "hex.hpp"
#include "store/records/house_tables.hpp"
#include "store/transaction.hpp"

namespace smm::upgrade {
namespace {

std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      plain += text[at];
      continue;
    }
    const char letter = text.at(++at);
    plain += letter == 't' ? '\t' : letter == 'n' ? '\n' : letter;
  }
  return plain;
}

store::Value value_of(const std::string& cell) {
  const std::string rest = cell.substr(std::min<std::size_t>(1, cell.size()));
  switch (cell.empty() ? '?' : cell.front()) {
    case '-':
      return store::Null();
    case 'i':
      return std::int64_t{std::stoll(rest)};
    case 't':
      return unescaped(rest);
    case 'x':
      return store::Blob{test::bytes_of_hex(rest)};
    default:
      throw std::runtime_error("no cell: " + cell);
  }
}

std::vector<std::string> parts_of(const std::string& line, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

OldTable table_of(const std::string& line) {
  auto words = parts_of(line.substr(1), ' ');
  OldTable table{words.front(), {}, {}};
  table.columns.assign(words.begin() + 1, words.end());
  return table;
}

}  // namespace

OldHouse read_old_house(const std::string& path) {
  constexpr std::string_view before_key = "# key ";
  OldHouse house;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(before_key)) house.key = line.substr(before_key.size());
    if (line.starts_with('#')) continue;
    if (line.starts_with('@')) {
      house.tables.push_back(table_of(line));
      continue;
    }
    store::Values row;
    for (const std::string& cell : parts_of(line, '\t')) row.push_back(value_of(cell));
    if (row.size() != house.tables.back().columns.size()) throw std::runtime_error("no row: " + line);
    house.tables.back().rows.push_back(std::move(row));
  }
  return house;
}

void put_into(store::Connection& connection, const OldHouse& house) {
  store::Transaction all(connection);
  for (const OldTable& table : house.tables) {
    std::string questions;
    for (std::size_t i = 0; i < table.columns.size(); ++i) questions += i == 0 ? "?" : ", ?";
    const std::string insert = "INSERT INTO \"" + table.name + "\" (" +
                               store::records::quoted_names(table.columns) + ") VALUES (" + questions + ")";
    for (const store::Values& row : table.rows) connection.execute(insert, row);
  }
  all.commit();
}

std::vector<store::Values> sorted(std::vector<store::Values> rows) {
  const auto text_of = [](const store::Values& row) {
    std::string text;
    for (const store::Value& value : row) {
      text += std::to_string(value.index()) + ":";
      if (const auto* number = std::get_if<std::int64_t>(&value)) text += std::to_string(*number);
      if (const auto* words = std::get_if<std::string>(&value)) text += *words;
      if (const auto* blob = std::get_if<store::Blob>(&value)) text += blob->bytes;
      text += '\n';
    }
    return text;
  };
  std::ranges::sort(rows, {}, text_of);
  return rows;
}

std::vector<store::Values> rows_of(store::Connection& connection, const std::string& table,
                                   const std::vector<std::string>& columns) {
  std::vector<store::Values> rows;
  for (const store::Row& row :
       connection.query("SELECT " + store::records::quoted_names(columns) + " FROM \"" + table + "\"")) {
    store::Values values;
    for (std::size_t column = 0; column < row.size(); ++column) values.push_back(row[column]);
    rows.push_back(std::move(values));
  }
  return sorted(std::move(rows));
}

}  // namespace smm::upgrade
