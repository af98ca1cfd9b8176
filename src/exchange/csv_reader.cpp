// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <set>
#include <utility>

#include "exchange/byte_window.hpp"
#include "exchange/csv.hpp"
#include "exchange/csv_scan.hpp"
#include "exchange/problems.hpp"
#include "exchange/utf8.hpp"

namespace smm::exchange {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_return(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace

// Rows of any number of cells, as they stand in the input. The header is the first of them.
class CsvReader::Rows {
 public:
  Rows(base::ByteSource& bytes, std::string source, CsvLimits limits)
      : window_(bytes, limits.window_bytes), source_(std::move(source)), limits_(limits) {
    window_.more_until(byte_order_mark.size());
    if (window_.seen().starts_with(byte_order_mark)) window_.consume(byte_order_mark.size());
  }

  // The next row whose cells are sound, of `columns` cells. The header has 0 as its number of columns:
  // any number will do, and where it is bad the next row does not take its place.
  bool next(CsvRow& row, std::size_t columns) {
    while (!stopped_ && (columns > 0 || problems_.empty())) {
      Line line = next_line();
      if (!line.found) return false;
      row.line = line_;
      if (line.too_long) {
        report_too_long();
        skip_line(line);
      } else if (line.content == 0) {
        skip_line(line);
      } else if (read_cells(line) && has_width(columns)) {
        row.cells = {cells_.data(), count_};
        return true;
      }
    }
    return false;
  }

  void report(const base::ProblemKind& kind, std::string sentence) {
    if (stopped_) return;
    problems_.emplace_back(kind, std::move(sentence), base::Place{source_, row_line_, 0});
    if (problems_.size() < limits_.problems) return;
    problems_.emplace_back(
        problem::csv_gave_up,
        "stopped after " + std::to_string(limits_.problems) + " bad rows; is this the right file?",
        base::Place{source_, row_line_, 0});
    stopped_ = true;
  }

  void stop() { stopped_ = true; }
  base::Problems& problems() { return problems_; }

 private:
  struct Line {
    bool found = false;
    bool too_long = false;
    bool whole = false;       // its end is in the window
    std::size_t content = 0;  // bytes without the line end
    std::size_t with_end = 0;
  };

  // The line the window begins with; reads on until its end is seen or it is over the limit.
  Line next_line() {
    row_line_ = line_;
    std::size_t searched = 0;
    for (;;) {
      const std::string_view seen = window_.seen();
      const void* feed =
          seen.empty() ? nullptr : std::memchr(seen.data() + searched, '\n', seen.size() - searched);
      if (feed != nullptr)
        return whole_line(static_cast<std::size_t>(static_cast<const char*>(feed) - seen.data()), 1);
      searched = seen.size();
      if (searched > limits_.row_bytes + 1) return {true, true, false, searched, searched};
      if (!window_.more()) return searched == 0 ? Line{} : whole_line(searched, 0);
    }
  }

  Line whole_line(std::size_t length, std::size_t line_end) const {
    const std::size_t content = without_return(window_.seen().substr(0, length)).size();
    return {true, content > limits_.row_bytes, true, content, length + line_end};
  }

  void report_too_long() {
    report(problem::csv_row_too_long, "the row is longer than " + std::to_string(limits_.row_bytes) +
                                          " bytes; perhaps a quote is not closed");
  }

  void skip_line(const Line& line) {
    ++line_;
    window_.consume(line.with_end);
    if (line.whole) return;
    for (;;) {
      const std::size_t feed = window_.seen().find('\n');
      if (feed != std::string_view::npos) return window_.consume(feed + 1);
      window_.consume(window_.seen().size());
      if (!window_.more()) return;
    }
  }

  // Fills cells_ and consumes the row; false when it is left out.
  bool read_cells(const Line& line) {
    bool plain = false;
    const std::string_view text = window_.seen().substr(0, line.content);
    count_ = split_at_commas(text, cells_, plain);
    if (!plain && text.find('"') != std::string_view::npos) return read_quoted(line);
    window_.consume(line.with_end);
    ++line_;
    return plain || is_sound(text, text.find('\r') != std::string_view::npos);
  }

  bool read_quoted(const Line& first_line) {
    const QuotedRow row = scan_quoted();
    if (row.outcome != QuotedOutcome::complete || row.content > limits_.row_bytes) {
      report_broken(row.outcome);
      skip_line(first_line);
      return false;
    }
    char* const data = window_.data();
    const std::string_view bytes = window_.seen().substr(0, row.consumed);
    line_ += static_cast<int>(std::max<std::ptrdiff_t>(1, std::count(bytes.begin(), bytes.end(), '\n')));
    window_.consume(row.consumed);
    if (!is_sound(bytes, row.stray_return)) return false;
    count_ = quoted_.size();
    if (cells_.size() < count_) cells_.resize(count_);
    std::transform(quoted_.begin(), quoted_.end(), cells_.begin(),
                   [data](const QuotedCell& cell) { return undouble(data, cell); });
    return true;
  }

  // Looks at no more than the limit, a line end included, so that the outcome does not depend on how many
  // bytes the source gave at a time.
  QuotedRow scan_quoted() {
    const std::size_t most = limits_.row_bytes + 2;
    for (;;) {
      const std::size_t available = window_.seen().size();
      const bool at_end = window_.at_end() && available <= most;
      const QuotedRow row = scan_quoted_row(window_.seen().substr(0, most), at_end, quoted_);
      if (row.outcome != QuotedOutcome::needs_more || available > most) return row;
      window_.more_until(std::min(2 * available, most + 1));
    }
  }

  void report_broken(QuotedOutcome outcome) {
    if (outcome == QuotedOutcome::unclosed) {
      report(problem::csv_unclosed_quote, "a quoted cell of this row is never closed");
    } else if (outcome == QuotedOutcome::stray_quote) {
      report(problem::csv_stray_quote,
             "a quote stands where none may; quote the whole cell and double the quotes inside");
    } else {
      report_too_long();
    }
  }

  bool is_sound(std::string_view text, bool stray_return) {
    if (text.find('\0') != std::string_view::npos) {
      report(problem::forbidden_character, "the row holds a NUL character");
    } else if (first_invalid_utf8(text)) {
      report(problem::invalid_utf8, "the row is not UTF-8; save the file as \"CSV UTF-8\"");
    } else if (stray_return) {
      report(problem::csv_stray_return,
             "a carriage return stands without a line feed; quote the cell it belongs to");
    } else {
      return true;
    }
    return false;
  }

  bool has_width(std::size_t columns) {
    if (columns == 0 || count_ == columns) return true;
    report(problem::csv_cell_count,
           "the row has " + std::to_string(count_) + " cells, the header " + std::to_string(columns));
    return false;
  }

  ByteWindow window_;
  std::string source_;
  CsvLimits limits_;
  base::Problems problems_;
  std::vector<std::string_view> cells_;
  std::vector<QuotedCell> quoted_;
  std::size_t count_ = 0;
  int line_ = 1;      // of the first byte of the window
  int row_line_ = 1;  // of the row at hand
  bool stopped_ = false;
};

CsvReader::CsvReader(base::ByteSource& bytes, std::string source, CsvLimits limits)
    : rows_(std::make_unique<Rows>(bytes, source, limits)), source_(std::move(source)) {
  CsvRow header;
  const bool found = rows_->next(header, 0);
  if (!found && rows_->problems().empty()) rows_->report(problem::csv_no_header, "there is no header row");
  columns_.assign(header.cells.begin(), header.cells.end());
  std::set<std::string_view> known;
  for (const std::string& name : columns_) {
    if (name.empty()) {
      rows_->report(problem::csv_empty_column, "a column of the header has no name");
    } else if (!known.insert(name).second) {
      rows_->report(problem::csv_duplicate_column, "the column \"" + name + "\" stands twice in the header");
    }
  }
  if (!rows_->problems().empty()) rows_->stop();
}

CsvReader::~CsvReader() = default;
CsvReader::CsvReader(CsvReader&&) noexcept = default;

const std::vector<std::string>& CsvReader::columns() const {
  return columns_;
}
const base::Problems& CsvReader::problems() const {
  return rows_->problems();
}
base::Place CsvReader::place(const CsvRow& row) const {
  return {source_, row.line, 0};
}

std::optional<std::size_t> CsvReader::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

bool CsvReader::require(const std::vector<std::string_view>& names) {
  bool all = true;
  for (const std::string_view name : names) {
    if (column(name)) continue;
    rows_->report(problem::csv_missing_column, "the column \"" + std::string(name) + "\" is missing");
    all = false;
  }
  if (!all) rows_->stop();
  return all;
}

bool CsvReader::next(CsvRow& row) {
  return rows_->next(row, columns_.size());
}

}  // namespace smm::exchange
