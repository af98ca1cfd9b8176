// SPDX-License-Identifier: Apache-2.0
// CSV (RFC 4180) in and out, in UTF-8 with a header row.
//
// Reading. Cells are parted by commas, rows end with LF or CRLF (the last one may end with the input), a
// cell in double quotes may hold commas, line ends and doubled quotes. A byte order mark at the start and
// lines of no characters at all are skipped. Nothing is trimmed. CsvReader streams: it holds one window of
// the input (256 KiB unless a row is longer) and allocates nothing per row or cell; on one core about 0.9
// GB/s of plain cells, 0.3 GB/s where each row has quotes and letters beyond ASCII. read_table is for small
// inputs.
//
// Bad rows are left out, each with one Problem at the line where it begins, and reading goes on:
//   - a row whose shape is known (wrong number of cells, invalid UTF-8, NUL, stray carriage return) is left
//     out whole;
//   - where quotes are broken (never closed, text after the closing one, a quote inside an unquoted cell) or
//     the row is over the limit, only the first line of the row is left out and reading goes on with the next
//     line, so that one slip does not swallow the file. Lines from inside a quoted cell are then read as rows
//     of their own; nearly always they have the wrong number of cells and are reported too.
// After `CsvLimits::problems` problems reading stops with csv_gave_up. A bad header stops it at once.
//
// Writing quotes only cells that need it and ends lines with LF. It guards against nothing else: cells that
// begin with = + - @ are written as they are, because these are data files; whoever opens them in a
// spreadsheet program must import them as text.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"
#include "base/problem.hpp"
#include "base/result.hpp"
#include "base/table.hpp"

namespace smm::exchange {

struct CsvRow {
  int line = 0;                             // on which the row begins, from 1
  std::span<const std::string_view> cells;  // as many as columns; valid until the next call of next()
};

struct CsvLimits {
  std::size_t row_bytes = std::size_t{1} << 20;       // of a row without its line end
  std::size_t problems = 100'000;                     // then reading stops
  std::size_t window_bytes = std::size_t{256} << 10;  // read at a time; grows when a row is longer
};

class CsvReader {
 public:
  // Reads the header. `bytes` must outlive the reader; `source` names it in places.
  CsvReader(base::ByteSource& bytes, std::string source, CsvLimits limits = {});
  ~CsvReader();
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) = delete;

  const std::vector<std::string>& columns() const;
  std::optional<std::size_t> column(std::string_view name) const;

  // Reports every name that is no column; then next() gives no rows. True when all are there.
  bool require(const std::vector<std::string_view>& names);

  // Moves to the next good row; false at the end, or when the header is bad.
  bool next(CsvRow& row);

  // Everything found so far; at most one per row.
  const base::Problems& problems() const;
  base::Place place(const CsvRow& row) const;

 private:
  class Rows;
  std::unique_ptr<Rows> rows_;
  std::string source_;
  std::vector<std::string> columns_;
};

// The whole input as a table, or every problem in it. Columns beyond the required ones are kept.
base::Result<base::Table> read_table(std::string_view bytes, const std::string& source,
                                     const std::vector<std::string_view>& required = {});

// Appends rows to a text.
class CsvWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(out) {}

  CsvWriter& cell(std::string_view text);
  void end_row();
  void row(std::span<const std::string_view> cells);
  void row(std::initializer_list<std::string_view> cells);

 private:
  std::string& out_;
  std::size_t cells_ = 0;
  bool only_empty_ = true;  // a row of one empty cell is written "" so that it is not taken for no row
};

}  // namespace smm::exchange
