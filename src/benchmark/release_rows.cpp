// SPDX-License-Identifier: Apache-2.0
#include "benchmark/release_rows.hpp"

#include <fmt/core.h>

#include <charconv>

namespace smm::benchmark {
namespace {

constexpr std::size_t percentile_count = std::tuple_size_v<Percentiles>;

std::string text_of(const std::optional<double>& value) {
  return value ? number_text(*value) : "";
}

// Empty cells are no value; anything else has to be a number from end to end.
template <class Number>
bool read_number(const std::string& text, Number& value) {
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc() && read.ptr == end;
}

template <class Number>
bool read_optional(const std::string& text, std::optional<Number>& value) {
  value.reset();
  return text.empty() || read_number(text, value.emplace());
}

bool read_shown(std::string_view text, ShownPoints& shown) {
  shown.side = ShownPoints::Side::at;
  if (text.starts_with("under ")) {
    shown.side = ShownPoints::Side::under;
    text.remove_prefix(6);
  } else if (text.starts_with("over ")) {
    shown.side = ShownPoints::Side::over;
    text.remove_prefix(5);
  }
  return read_number(std::string(text), shown.points);
}

bool read_level(std::string_view text, NormLevel& level) {
  for (const NormLevel known : {NormLevel::area, NormLevel::domain, NormLevel::overall}) {
    if (to_string(known) != text) continue;
    level = known;
    return true;
  }
  return false;
}

bool read_percentiles(const Cells& cells, std::size_t first, Percentiles& percentiles) {
  for (std::size_t i = 0; i < percentile_count; ++i)
    if (!read_shown(cells[first + i], percentiles[i])) return false;
  return true;
}

void add_percentiles(Cells& cells, const Percentiles& percentiles) {
  for (const ShownPoints& shown : percentiles) cells.push_back(to_string(shown));
}

}  // namespace

std::string number_text(double value) {
  return fmt::format("{}", value);
}

Cells cells_of(const PlacedRow& placed) {
  const FrameRow& row = placed.row;
  return {row.school_id,
          row.institution_id,
          row.system_id,
          row.programme,
          row.control,
          row.state,
          row.division,
          row.size,
          row.carnegie,
          row.locale,
          row.responded ? "1" : "0",
          placed.block};
}

Cells cells_of(const BinRow& row) {
  return {row.block, row.area, number_text(row.low), number_text(row.high)};
}

Cells cells_of(const FallenArea& row) {
  return {row.area, std::string(to_string(row.to))};
}

Cells cells_of(const NormRow& row) {
  Cells cells = {row.group,        std::string(to_string(row.level)),
                 row.id,           text_of(row.mean),
                 text_of(row.low), text_of(row.high)};
  if (row.percentiles)
    add_percentiles(cells, *row.percentiles);
  else
    cells.resize(cells.size() + percentile_count);
  cells.push_back(row.reason);
  return cells;
}

Cells cells_of(const SpreadRow& row) {
  Cells cells = {row.group, std::string(to_string(row.level)), row.id, to_string(row.sd)};
  add_percentiles(cells, row.percentiles);
  return cells;
}

Cells cells_of(const ItemRow& row) {
  return {row.group, row.item_id, row.option, row.share ? std::to_string(*row.share) : ""};
}

bool read_cells(const Cells& cells, PlacedRow& placed) {
  if (cells.size() != 12 || (cells[10] != "0" && cells[10] != "1")) return false;
  placed.row = {cells[0], cells[1], cells[2], cells[3], cells[4],        cells[5],
                cells[6], cells[7], cells[8], cells[9], cells[10] == "1"};
  placed.block = cells[11];
  return true;
}

bool read_cells(const Cells& cells, BinRow& row) {
  if (cells.size() != 4) return false;
  row.block = cells[0];
  row.area = cells[1];
  return read_number(cells[2], row.low) && read_number(cells[3], row.high);
}

bool read_cells(const Cells& cells, FallenArea& row) {
  if (cells.size() != 2) return false;
  row.area = cells[0];
  row.to = cells[1] == to_string(Fallback::withheld) ? Fallback::withheld : Fallback::one_block;
  return cells[1] == to_string(row.to);
}

bool read_cells(const Cells& cells, NormRow& row) {
  if (cells.size() != 7 + percentile_count) return false;
  row.group = cells[0];
  row.id = cells[2];
  row.reason = cells.back();
  row.percentiles.reset();
  return read_level(cells[1], row.level) && read_optional(cells[3], row.mean) &&
         read_optional(cells[4], row.low) && read_optional(cells[5], row.high) &&
         (cells[6].empty() || read_percentiles(cells, 6, row.percentiles.emplace()));
}

bool read_cells(const Cells& cells, SpreadRow& row) {
  if (cells.size() != 4 + percentile_count) return false;
  row.group = cells[0];
  row.id = cells[2];
  return read_level(cells[1], row.level) && read_shown(cells[3], row.sd) &&
         read_percentiles(cells, 4, row.percentiles);
}

bool read_cells(const Cells& cells, ItemRow& row) {
  if (cells.size() != 4) return false;
  row.group = cells[0];
  row.item_id = cells[1];
  row.option = cells[2];
  return read_optional(cells[3], row.share);
}

}  // namespace smm::benchmark
