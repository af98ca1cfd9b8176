// SPDX-License-Identifier: Apache-2.0
// A slow, obvious reading of CSV, one character at a time over the whole text: what CsvReader is compared
// with. It knows the same rules (exchange/csv.hpp) and shares no code with it but the check for UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/utf8.hpp"

namespace smm::testing {

struct SlowRow {
  int line = 0;
  std::vector<std::string> cells;
  bool operator==(const SlowRow&) const = default;
};

struct SlowCsv {
  std::vector<SlowRow> rows;                     // the header first, bad rows left out
  std::vector<std::pair<int, std::string>> bad;  // line and code
};

class SlowCsvReader {
 public:
  SlowCsvReader(std::string text, std::size_t row_limit) : text_(std::move(text)), limit_(row_limit) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
  }

  SlowCsv read() {
    while (at_ < text_.size() && (!out_.rows.empty() || out_.bad.empty())) read_row();
    return std::move(out_);
  }

 private:
  // Length of the line end that stands at `at`; 0 when there is none.
  std::size_t line_end(std::size_t at) const {
    if (text_.substr(at, 1) == "\n") return 1;
    if (text_.substr(at, 2) == "\r\n") return 2;
    return at + 1 == text_.size() && text_[at] == '\r' ? 1 : 0;
  }

  void read_row() {
    std::size_t end = at_;
    while (end < text_.size() && line_end(end) == 0) ++end;
    const std::size_t next_line = end + (end < text_.size() ? line_end(end) : 0);
    if (end > at_) {
      const std::string code = end - at_ > limit_ ? "csv_row_too_long" : parse();
      if (!code.empty()) out_.bad.emplace_back(line_, code);
      const bool whole_row = code.empty() || code == "forbidden_character" || code == "invalid_utf8" ||
                             code == "csv_stray_return" || code == "csv_cell_count";
      if (whole_row) return go_to(row_end_);
    }
    go_to(next_line);
  }

  void go_to(std::size_t where) {
    for (; at_ < where; ++at_) line_ += text_[at_] == '\n' ? 1 : 0;
  }

  // Parses the row at at_, keeps it when it is good; otherwise says what is wrong.
  std::string parse() {
    SlowRow row{line_, {""}};
    const std::size_t stop = at_ + limit_ + 2;  // what stands further on must not matter
    bool stray_return = false;
    std::size_t at = at_;
    enum { cell_start, bare, quoted, after_quote } state = cell_start;
    for (;; ++at) {
      const bool at_end = at == text_.size();
      const bool undecided = at < text_.size() && at + 1 == stop && stop < text_.size() &&
                             (text_[at] == '\r' || (state == quoted && text_[at] == '"'));
      if ((at == stop && !at_end) || (undecided && state != bare)) return "csv_row_too_long";
      if (at_end && state == quoted) return "csv_unclosed_quote";
      if (at_end) break;
      if (state == quoted) {
        if (text_[at] != '"') {
          row.cells.back() += text_[at];
        } else if (at + 1 < text_.size() && text_[at + 1] == '"') {
          row.cells.back() += text_[at++];
        } else {
          state = after_quote;
        }
        continue;
      }
      if (line_end(at) > 0) break;
      if (text_[at] == ',') {
        row.cells.emplace_back();
        state = cell_start;
      } else if (text_[at] == '"' && state == cell_start) {
        state = quoted;
      } else if (text_[at] == '"' || state == after_quote) {
        return "csv_stray_quote";
      } else {
        stray_return = stray_return || text_[at] == '\r';
        row.cells.back() += text_[at];
        state = bare;
      }
    }
    if (at - at_ > limit_) return "csv_row_too_long";
    row_end_ = at + (at < text_.size() ? line_end(at) : 0);
    return keep(std::move(row), text_.substr(at_, at - at_), stray_return);
  }

  std::string keep(SlowRow row, const std::string& bytes, bool stray_return) {
    if (bytes.find('\0') != std::string::npos) return "forbidden_character";
    if (exchange::first_invalid_utf8(bytes)) return "invalid_utf8";
    if (stray_return) return "csv_stray_return";
    if (!out_.rows.empty() && row.cells.size() != out_.rows.front().cells.size()) return "csv_cell_count";
    out_.rows.push_back(std::move(row));
    return "";
  }

  std::string text_;
  std::size_t limit_;
  std::size_t at_ = 0;
  std::size_t row_end_ = 0;
  int line_ = 1;
  SlowCsv out_;
};

}  // namespace smm::testing
