// SPDX-License-Identifier: Apache-2.0
// Reads one record of a CSV file letter by letter: the meaning of the format, for the few records that are
// not plain (record_scan.hpp).
//
// Cells are parted by commas; a record ends with LF, CRLF, or the text (whose last CR may lack its LF). A
// cell in double quotes may hold commas, line ends and doubled quotes; a cell without has no quote. A record
// that breaks this, is longer than the limit, or has another number of cells than the header is bad: then
// only its first line is consumed, and the next record begins behind it, so that one slip does not swallow
// what follows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smm::outcomes::registry {

// Why a line of a source was not taken; reject files name these.
enum class RejectReason : std::uint8_t {
  broken_quotes,
  cell_count,
  line_too_long,
  bad_npi,
  bad_entity_type,
  duplicate_npi,
};

// "broken_quotes"
std::string_view name_of(RejectReason reason);

inline constexpr std::size_t longest_record = std::size_t{64} << 10;

class CarefulRecord {
 public:
  // 0 columns: any number of cells will do, as in a header.
  explicit CarefulRecord(std::uint32_t columns) : columns_(columns) {}

  // Reads the record that `text` begins with; `text` is not empty.
  void read(std::string_view text);

  bool good() const { return good_; }
  RejectReason reason() const { return reason_; }         // when not good
  std::size_t consumed() const { return consumed_; }      // bytes, with the line end
  std::uint32_t lines() const { return lines_; }          // consumed
  std::size_t first_line() const { return first_line_; }  // its length, without line end

  // The cells of a good record, written anew as the scan would have found them: each text in quotes (which
  // are not doubled), and where each cell ends.
  const std::string& cells() const { return cells_; }
  const std::vector<std::uint32_t>& ends() const { return ends_; }

 private:
  bool read_cell(std::string_view text, std::size_t& at);
  bool read_quoted(std::string_view text, std::size_t& at);
  void refuse(std::string_view text, RejectReason reason);

  std::uint32_t columns_;
  bool good_ = false;
  RejectReason reason_ = RejectReason::broken_quotes;
  std::size_t consumed_ = 0;
  std::size_t first_line_ = 0;
  std::uint32_t lines_ = 0;
  std::string cells_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace smm::outcomes::registry
