// SPDX-License-Identifier: Apache-2.0
// The slow obvious reader that the registry's scan is held to: letter by letter, the whole text at once, one
// state at a time. It knows nothing of chunks, masks or plain records.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace smm::test {

struct SlowRecord {
  std::uint64_t line = 0;  // on which it begins, from 1
  std::string fault;       // empty, or why it was left out
  std::vector<std::string> cells;

  friend bool operator==(const SlowRecord&, const SlowRecord&) = default;
};

class SlowRegistryCsv {
 public:
  SlowRegistryCsv(std::string_view text, std::size_t columns, std::size_t limit)
      : text_(text), columns_(columns), limit_(limit) {}

  std::vector<SlowRecord> read() {
    std::vector<SlowRecord> records;
    std::size_t at = 0;
    for (std::uint64_t line = 1; at < text_.size();) {
      if (blank(at)) {
        at = text_.find('\n', at) + 1;
        ++line;
        continue;
      }
      SlowRecord record;
      record.line = line;
      std::size_t end = at;
      record.fault = parse(at, record.cells, end);
      if (!record.fault.empty()) {
        record.cells.clear();
        const std::size_t feed = text_.find('\n', at);
        end = feed == std::string_view::npos ? text_.size() : feed + 1;
      }
      for (; at < end; ++at) line += text_[at] == '\n' ? 1U : 0U;
      records.push_back(std::move(record));
    }
    return records;
  }

 private:
  bool blank(std::size_t at) const { return text_[at] == '\n' || text_.substr(at, 2) == "\r\n"; }

  bool ends_record(std::size_t at) const {
    return at == text_.size() || text_[at] == '\n' || text_.substr(at, 2) == "\r\n" ||
           (at + 1 == text_.size() && text_[at] == '\r');
  }

  std::string parse(std::size_t begin, std::vector<std::string>& cells, std::size_t& end) const {
    const bool cut = text_.size() - begin > limit_;
    for (std::size_t at = begin;; ++at) {
      std::string cell;
      const bool whole = parse_cell(begin, at, cell);
      cells.push_back(cell);
      if (cut && at + 1 >= begin + limit_) return "line_too_long";
      if (!whole) return "broken_quotes";
      if (!ends_record(at)) continue;  // a comma
      if (cells.size() != columns_) return "cell_count";
      end = std::min(text_.find('\n', at), text_.size() - 1) + 1;
      return "";
    }
  }

  bool parse_cell(std::size_t begin, std::size_t& at, std::string& cell) const {
    const std::size_t stop = std::min(text_.size(), begin + limit_);
    const bool quoted = at < stop && text_[at] == '"';
    if (!quoted) {
      for (; at < stop && text_[at] != ',' && !ends_record(at); ++at) {
        if (text_[at] == '"') return false;
        cell += text_[at];
      }
      return true;
    }
    for (++at; at < stop; ++at) {
      if (text_[at] != '"') {
        cell += text_[at];
      } else if (at + 1 < text_.size() && text_[at + 1] == '"') {
        cell += text_[++at];
      } else {
        ++at;
        return ends_record(at) || text_[at] == ',';
      }
    }
    return false;
  }

  std::string_view text_;
  std::size_t columns_;
  std::size_t limit_;
};

}  // namespace smm::test
