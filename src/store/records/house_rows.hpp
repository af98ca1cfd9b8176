// SPDX-License-Identifier: Apache-2.0
// Rows as a house file's stream holds them: tables in the order of house_tables, each with its name and its
// columns, then its rows, then how many there were.
//
//   word       count of bytes (4), bytes
//   'S' schema (8)                       number of the last migration; once, at the beginning
//   'T' name word, columns (4), words    a table begins
//   'R' values                           each: 'n'; 'i' and 8 bytes; 't' or 'b' and a word
//   'E' rows (8)                         the table ends
//   'Z' rows of all (8)                  the end
//
// Numbers have their least significant byte first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/records/house_pieces.hpp"
#include "store/records/house_tables.hpp"
#include "store/value.hpp"

namespace smm::store::records {

class HouseRowWriter {
 public:
  HouseRowWriter(HouseWriter& pieces, std::int64_t schema);

  void begin(const HouseTable& table);
  void row(const Row& values);
  void end();
  std::int64_t finish();  // rows of all tables

 private:
  HouseWriter& pieces_;
  std::string bytes_;  // kept for its room
  std::int64_t rows_ = 0;
  std::int64_t all_ = 0;
};

// Everything that can be wrong with a stream is one thing: it is no stream of a HouseRowWriter (nothing).
class HouseRowReader {
 public:
  explicit HouseRowReader(HouseReader& pieces) : pieces_(pieces) {}

  std::optional<std::int64_t> schema();
  // A table that begins; or, with an empty name, the end of all of them.
  std::optional<HouseTable> table();

  enum class Next : std::uint8_t { row, end, damaged };
  // The next row of the table that began, `columns` wide.
  Next row(std::size_t columns, Values& values);

  std::int64_t rows() const { return all_; }

 private:
  std::optional<char> mark();
  std::optional<std::int64_t> number();
  std::optional<std::string> word();
  bool value(Value& into);

  HouseReader& pieces_;
  std::string taken_;
  std::int64_t rows_ = 0;
  std::int64_t all_ = 0;
};

}  // namespace smm::store::records
