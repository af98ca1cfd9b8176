// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv_scan.hpp"

#include <bit>
#include <cstdint>
#include <cstring>

namespace smm::exchange {
namespace {

static_assert(std::endian::native == std::endian::little,
              "the first byte of a line is the low one of a word");

constexpr std::uint64_t every_byte(std::uint64_t byte) {
  return byte * 0x0101010101010101U;
}
constexpr std::uint64_t high_bits = every_byte(0x80);

// The high bit of each byte of the result is set exactly where `word` holds a comma.
std::uint64_t commas_of(std::uint64_t word) {
  const std::uint64_t zero_where_comma = word ^ every_byte(',');
  const std::uint64_t low_bits = every_byte(0x7F);
  return ~(((zero_where_comma & low_bits) + low_bits) | zero_where_comma | low_bits);
}

// Has a high bit set when `word` holds a quote, a byte below the space, or one that is not ASCII. Which byte
// it was is not to be trusted, that there is one is (Warren, Hacker's Delight, 6-1).
std::uint64_t odd_of(std::uint64_t word) {
  const std::uint64_t zero_where_quote = word ^ every_byte('"');
  const std::uint64_t quote = (zero_where_quote - every_byte(1)) & ~zero_where_quote;
  return quote | (word - every_byte(' ')) | word;
}

// Eight bytes of the line; those behind its end read as a harmless letter.
std::uint64_t word_at(const char* from, std::size_t remaining) {
  std::uint64_t word = 0;
  std::memcpy(&word, from, sizeof word);
  if (remaining >= sizeof word) return word;
  const std::uint64_t inside = (std::uint64_t{1} << (8 * remaining)) - 1;
  return (word & inside) | (every_byte('a') & ~inside);
}

// How a cell ends at `at`: nothing when it does not; a comma; or a line end of so many bytes.
enum class CellEnd { none, comma, row, needs_more };

CellEnd cell_end(std::string_view bytes, std::size_t at, bool at_end, std::size_t& line_end) {
  line_end = 0;
  if (at == bytes.size()) return at_end ? CellEnd::row : CellEnd::needs_more;
  if (bytes[at] == ',') return CellEnd::comma;
  if (bytes[at] == '\r' && at + 1 == bytes.size() && !at_end) return CellEnd::needs_more;
  if (bytes[at] == '\r') line_end = 1;
  const std::size_t feed = at + line_end;
  if (feed == bytes.size()) return CellEnd::row;
  if (bytes[feed] != '\n') return CellEnd::none;
  ++line_end;
  return CellEnd::row;
}

// Past the closing quote of the cell that opens at `at`; nothing when it is not in sight.
std::size_t closing_quote(std::string_view bytes, std::size_t at, bool at_end, bool& doubled) {
  std::size_t quote = bytes.find('"', at + 1);
  while (quote != std::string_view::npos) {
    if (quote + 1 == bytes.size()) return at_end ? quote : std::string_view::npos;
    if (bytes[quote + 1] != '"') return quote;
    doubled = true;
    quote = bytes.find('"', quote + 2);
  }
  return quote;
}

// Scans one row cell by cell; each step returns whether the row goes on.
class QuotedRowScan {
 public:
  QuotedRowScan(std::string_view bytes, bool at_end, std::vector<QuotedCell>& cells)
      : bytes_(bytes), at_end_(at_end), cells_(cells) {
    cells_.clear();
  }

  QuotedRow run() {
    while (at_ < bytes_.size() && bytes_[at_] == '"' ? quoted_cell() : bare_cell()) {
    }
    return row_;
  }

 private:
  bool stop(QuotedOutcome outcome) {
    row_.outcome = outcome;
    return false;
  }

  bool quoted_cell() {
    QuotedCell cell{at_ + 1, 0, false};
    cell.end = closing_quote(bytes_, at_, at_end_, cell.doubled);
    if (cell.end == std::string_view::npos)
      return stop(at_end_ ? QuotedOutcome::unclosed : QuotedOutcome::needs_more);
    cells_.push_back(cell);
    return finish_cell(cell.end + 1);
  }

  bool bare_cell() {
    std::size_t end = bytes_.find_first_of(",\n\"", at_);
    if (end == std::string_view::npos && !at_end_) return stop(QuotedOutcome::needs_more);
    if (end == std::string_view::npos) end = bytes_.size();
    if (end < bytes_.size() && bytes_[end] == '"') return stop(QuotedOutcome::stray_quote);
    const bool before_line_end = end == bytes_.size() || bytes_[end] == '\n';
    if (before_line_end && end > at_ && bytes_[end - 1] == '\r') --end;
    if (bytes_.substr(at_, end - at_).find('\r') != std::string_view::npos) row_.stray_return = true;
    cells_.push_back({at_, end, false});
    return finish_cell(end);
  }

  bool finish_cell(std::size_t end) {
    std::size_t line_end = 0;
    const CellEnd how = cell_end(bytes_, end, at_end_, line_end);
    if (how == CellEnd::needs_more) return stop(QuotedOutcome::needs_more);
    if (how == CellEnd::none) return stop(QuotedOutcome::stray_quote);
    at_ = end + 1;
    if (how == CellEnd::comma) return true;
    row_.content = end;
    row_.consumed = end + line_end;
    return false;
  }

  std::string_view bytes_;
  bool at_end_;
  std::vector<QuotedCell>& cells_;
  std::size_t at_ = 0;
  QuotedRow row_;
};

}  // namespace

std::size_t split_at_commas(std::string_view line, std::vector<std::string_view>& cells, bool& plain) {
  std::size_t count = 0;
  const char* start = line.data();
  const auto put = [&](const char* end) {
    if (count == cells.size()) cells.resize(2 * count + 8);
    cells[count++] = {start, static_cast<std::size_t>(end - start)};
    start = end + 1;
  };
  std::uint64_t odd = 0;
  for (std::size_t at = 0; at < line.size(); at += sizeof(std::uint64_t)) {
    const char* from = line.data() + at;
    const std::uint64_t word = word_at(from, line.size() - at);
    odd |= odd_of(word);
    for (std::uint64_t commas = commas_of(word); commas != 0; commas &= commas - 1) {
      put(from + (std::countr_zero(commas) >> 3));
    }
  }
  put(line.data() + line.size());
  plain = (odd & high_bits) == 0;
  return count;
}

QuotedRow scan_quoted_row(std::string_view bytes, bool at_end, std::vector<QuotedCell>& cells) {
  return QuotedRowScan(bytes, at_end, cells).run();
}

std::string_view undouble(char* begin, const QuotedCell& cell) {
  char* const from = begin + cell.begin;
  if (!cell.doubled) return {from, cell.end - cell.begin};
  char* to = from;
  for (std::size_t at = cell.begin; at < cell.end; ++at) {
    *to++ = begin[at];
    if (begin[at] == '"') ++at;  // its twin
  }
  return {from, static_cast<std::size_t>(to - from)};
}

}  // namespace smm::exchange
