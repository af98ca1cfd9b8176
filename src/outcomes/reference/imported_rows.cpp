// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/imported_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>

#include "exchange/csv.hpp"
#include "outcomes/reference/problems.hpp"
#include "outcomes/reference/source_text.hpp"

namespace smm::outcomes::reference {
namespace {

constexpr std::size_t problems_told = 100;

// "3/4/2022" as "03/04/2022"; other texts as they are.
std::string with_two_digits(std::string_view text) {
  std::string out;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == '/') {
      if (digits == 1) out.insert(out.size() - 1, 1, '0');
      digits = 0;
    } else {
      ++digits;
    }
    out += c;
  }
  return out;
}

}  // namespace

std::optional<registry::Day> read_list_day(std::string_view text) {
  text = trimmed(text);
  text = text.substr(0, text.find_first_of(" T"));
  if (text.empty()) return registry::Day{};
  if (text.find('/') == std::string_view::npos) return registry::parse_iso_day(text);
  return registry::parse_registry_day(with_two_digits(text));
}

std::string number_text(double number) {
  char text[32];
  const auto end = std::to_chars(std::begin(text), std::end(text), number).ptr;
  return {text, end};
}

std::optional<double> read_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

void ImportedRows::add(std::initializer_list<std::string_view> cells, const base::Place& place) {
  rows_.push_back({{cells.begin(), cells.end()}, place});
}

void ImportedRows::leave_out(const base::Problem& problem) {
  ++left_out_;
  count("rows_left_out");
  if (problems_.size() < problems_told) problems_.push_back(problem);
}

void ImportedRows::warn(const base::Problem& problem) {
  if (problems_.size() < problems_told) problems_.push_back(problem);
}

std::optional<std::uint64_t> ImportedRows::area(std::string_view text, std::size_t digits) {
  const auto code = read_area_code(text, digits);
  if (!code) return std::nullopt;
  if (code->restored) count("leading_zeros_restored");
  return code->number;
}

std::optional<Zip> ImportedRows::zip(std::string_view text) {
  const auto code = read_zip(text);
  if (!code) return std::nullopt;
  if (code->restored) count("leading_zeros_restored");
  return Zip{static_cast<std::uint32_t>(code->number)};
}

std::optional<registry::Day> ImportedRows::day(std::string_view text) {
  const auto day = read_list_day(text);
  if (day && day->given() && *day > as_of_) count("dated_after_the_list");
  return day;
}

std::string ImportedRows::name(std::string_view text) {
  bool changed = false;
  const std::string plain = without_entities(text, changed);
  if (changed) count("html_entities_decoded");
  std::string out;
  for (const char c : trimmed(plain))
    if (c != ' ' || out.empty() || out.back() != ' ') out += c;
  return out;
}

std::string ImportedRows::body(std::span<const std::string_view> columns, std::size_t key_cells) {
  // Stable, so that of rows that disagree the first of the file stays.
  const auto part = [&](const Row& row, std::size_t cells) { return std::span(row.cells).first(cells); };
  const auto before = [&](const Row& one, const Row& other, std::size_t cells) {
    return std::ranges::lexicographical_compare(part(one, cells), part(other, cells));
  };
  const std::size_t all = columns.size();
  const std::size_t sorted_by = key_cells == 0 ? all : key_cells;
  std::stable_sort(rows_.begin(), rows_.end(),
                   [&](const Row& one, const Row& other) { return before(one, other, sorted_by); });
  std::vector<Row> kept;
  for (Row& row : rows_) {
    if (kept.empty() || before(kept.back(), row, sorted_by)) {
      kept.push_back(std::move(row));
    } else if (kept.back().cells == row.cells) {
      count("duplicate_rows");
    } else {
      leave_out({problem::reference_rows_disagree,
                 "this row contradicts that of line " + std::to_string(kept.back().place.line), row.place});
    }
  }
  rows_ = std::move(kept);
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row(columns);
  for (const Row& row : rows_) {
    for (const std::string& cell : row.cells) csv.cell(cell);
    csv.end_row();
  }
  return text;
}

std::string ImportedRows::states() const {
  std::string text;
  for (const std::string& state : states_) text += (text.empty() ? "" : "-") + state;
  return text;
}

}  // namespace smm::outcomes::reference
