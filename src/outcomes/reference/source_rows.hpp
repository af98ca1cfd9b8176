// SPDX-License-Identifier: Apache-2.0
// The rows of a published CSV file whose header may come after some lines of title, may name columns twice or
// not at all, and may have one comma less than its rows. Columns are asked for by what their names are when
// squeezed ("hpsascore"); a name that ends in '*' matches any beginning.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "exchange/csv.hpp"

namespace smm::outcomes::reference {

// The cells of one line; quotes taken off, doubled ones made single. A cell does not go over a line end.
std::vector<std::string> cells_of_line(std::string_view line);

// Squeezed names of one column, the preferred first.
using ColumnNames = std::initializer_list<std::string_view>;

class SourceRows {
 public:
  // Finds the header: the first of the first 20 lines that has all of the `needed` columns. `text` must
  // outlive this.
  SourceRows(std::string_view text, std::string source, std::initializer_list<ColumnNames> needed);

  bool has_header() const { return reader_ != nullptr; }
  const std::vector<std::string>& header() const { return header_; }  // squeezed
  std::optional<std::size_t> column(ColumnNames names) const;

  // Moves to the next row that is one; false at the end.
  bool next();
  // Trimmed; empty for a column that is not there.
  std::string_view cell(std::optional<std::size_t> column) const;
  std::size_t cells() const { return row_.cells.size(); }
  base::Place place() const;

  // Rows that are none; their places are those of the file.
  base::Problems malformed() const;
  std::uint64_t rows() const { return rows_; }

 private:
  void open(std::string_view header_line, std::string_view rest);

  std::string source_;
  int lines_before_ = 0;  // the first row of `text_` stands for the header line
  std::vector<std::string> header_;
  std::string text_;
  std::unique_ptr<base::MemorySource> bytes_;
  std::unique_ptr<exchange::CsvReader> reader_;
  exchange::CsvRow row_;
  std::uint64_t rows_ = 0;
};

}  // namespace smm::outcomes::reference
