// SPDX-License-Identifier: Apache-2.0
#include "benchmark/frame.hpp"

#include <algorithm>
#include <tuple>

#include "benchmark/census_division.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/school_size.hpp"

namespace smm::benchmark {
namespace {

using base::Place;
using base::Problems;

struct FrameVariable {
  std::string_view name;
  std::string FrameRow::*field;
  bool needed;
};

// In the order of frame_columns, without `responded`.
constexpr FrameVariable frame_variables[] = {
    {"school_id", &FrameRow::school_id, true},  {"institution_id", &FrameRow::institution_id, true},
    {"system_id", &FrameRow::system_id, false}, {"programme", &FrameRow::programme, true},
    {"control", &FrameRow::control, true},      {"state", &FrameRow::state, false},
    {"division", &FrameRow::division, true},    {"size", &FrameRow::size, true},
    {"carnegie", &FrameRow::carnegie, true},    {"locale", &FrameRow::locale, true}};

auto order_of(const FrameRow& row) {
  return std::tie(row.school_id, row.programme);
}

void find_division(FrameRow& row, const Place& place, Problems& problems) {
  if (row.state.empty()) return;
  const auto division = census_division(row.state);
  if (!division) {
    problems.emplace_back(problem::frame_bad_value, "\"" + row.state + "\" is no postal code of a state",
                          place);
  } else if (row.division.empty()) {
    row.division = *division;
  }
}

void check_row(FrameRow& row, const Outline& outline, const Place& place, Problems& problems) {
  find_division(row, place, problems);
  for (const FrameVariable& variable : frame_variables) {
    if (!variable.needed || !(row.*variable.field).empty()) continue;
    problems.emplace_back(problem::frame_variable_missing,
                          "school \"" + row.school_id + "\" has no " + std::string(variable.name), place);
  }
  if (!row.size.empty() && !half_steps_of_size(row.size)) {
    problems.emplace_back(problem::frame_bad_value,
                          "\"" + row.size + "\" is no size: small, medium, large, or 1 to 5", place);
  }
  if (!row.programme.empty() && !outline.programme(row.programme)) {
    problems.emplace_back(problem::frame_unknown_programme,
                          "the edition has no program \"" + row.programme + "\"", place);
  }
}

bool read_responded(const std::string& text, const Place& place, Problems& problems) {
  if (text.empty())
    problems.emplace_back(problem::frame_variable_missing, "responded is empty; 1 or 0 is needed", place);
  else if (text != "0" && text != "1")
    problems.emplace_back(problem::frame_bad_value, "responded is \"" + text + "\"; 1 or 0 is needed", place);
  return text == "1";
}

struct PlacedFrameRow {
  FrameRow row;
  Place place;
};

void find_twins(const std::vector<PlacedFrameRow>& rows, Problems& problems) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (order_of(rows[i - 1].row) != order_of(rows[i].row)) continue;
    problems.emplace_back(
        problem::school_duplicate,
        "school \"" + rows[i].row.school_id + "\" stands twice with program " + rows[i].row.programme,
        std::max(rows[i - 1].place, rows[i].place));
  }
}

base::Result<Frame> checked(std::vector<PlacedFrameRow> rows, const Outline& outline, Problems problems) {
  for (auto& [row, place] : rows) check_row(row, outline, place, problems);
  std::ranges::stable_sort(rows, {}, [](const PlacedFrameRow& placed) { return order_of(placed.row); });
  find_twins(rows, problems);
  if (rows.empty() && problems.empty()) return base::Problem(problem::frame_empty, "no schools were given");
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  Frame frame;
  for (PlacedFrameRow& placed : rows) frame.rows.push_back(std::move(placed.row));
  return frame;
}

}  // namespace

const FrameRow* Frame::find(std::string_view school_id, std::string_view programme) const {
  const auto wanted = std::tie(school_id, programme);
  const auto key = [](const FrameRow& row) {
    return std::tuple<std::string_view, std::string_view>(row.school_id, row.programme);
  };
  const auto found =
      std::lower_bound(rows.begin(), rows.end(), wanted,
                       [&](const FrameRow& row, const auto& sought) { return key(row) < sought; });
  return found == rows.end() || key(*found) != wanted ? nullptr : &*found;
}

base::Result<Frame> frame_of(std::vector<FrameRow> rows, const Outline& outline) {
  std::vector<PlacedFrameRow> placed;
  for (FrameRow& row : rows) placed.push_back({std::move(row), {}});
  return checked(std::move(placed), outline, {});
}

base::Result<Frame> read_frame(const base::Table& table, const Outline& outline) {
  Problems problems;
  for (const std::string_view name : frame_columns) {
    if (table.column(name)) continue;
    problems.emplace_back(problem::frame_variable_missing, "there is no column " + std::string(name),
                          Place{table.source, 1, 0});
  }
  if (!problems.empty()) return problems;
  std::vector<PlacedFrameRow> rows;
  for (const base::TableRow& cells : table.rows) {
    FrameRow row;
    for (const FrameVariable& variable : frame_variables)
      row.*variable.field = cells.cells[*table.column(variable.name)];
    const Place place = table.place(cells);
    row.responded = read_responded(cells.cells[*table.column("responded")], place, problems);
    rows.push_back({std::move(row), place});
  }
  return checked(std::move(rows), outline, std::move(problems));
}

}  // namespace smm::benchmark
