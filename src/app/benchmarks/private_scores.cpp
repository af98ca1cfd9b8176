// SPDX-License-Identifier: Apache-2.0
#include "app/benchmarks/private_scores.hpp"

#include <fmt/format.h>

#include "app/problems.hpp"
#include "base/document_reader.hpp"
#include "benchmark/problems.hpp"
#include "exchange/csv.hpp"

namespace smm::app::benchmarks {
namespace {

namespace why = benchmark::problem;
using benchmark::SheetScores;

constexpr std::size_t columns_before_areas = 3;

std::vector<std::string> columns_of(const benchmark::Outline& outline) {
  std::vector<std::string> columns = {"release", "school_id", "programme"};
  columns.insert(columns.end(), outline.areas.begin(), outline.areas.end());
  return columns;
}

void write_sheet(const SheetScores& sheet, const std::string& sha256, exchange::CsvWriter& csv) {
  csv.cell(sha256);
  csv.cell(sheet.school_id);
  csv.cell(sheet.programme);
  for (const auto& area : sheet.areas) csv.cell(area ? fmt::format("{}", area->score) : "");
  csv.end_row();
}

std::optional<SheetScores> sheet_of_row(const base::TableRow& row) {
  SheetScores sheet{row.cells[1], row.cells[2], {}};
  for (std::size_t at = columns_before_areas; at < row.cells.size(); ++at) {
    auto& area = sheet.areas.emplace_back();
    if (row.cells[at].empty()) continue;
    const auto score = base::parse_decimal(row.cells[at]);
    if (!score) return std::nullopt;
    area = benchmark::AreaValue{*score, *score, *score};
  }
  return sheet;
}

base::Result<benchmark::Scores> scores_of_table(const base::Table& table, const benchmark::Release& release) {
  if (table.columns != columns_of(release->outline))
    return base::Problem(why::score_bad_row,
                         "the columns are not release, school_id, programme and the areas",
                         base::Place{table.source, 1, 0});
  benchmark::Scores scores;
  for (const base::TableRow& row : table.rows) {
    if (row.cells.front() != release->sha256)
      return base::Problem(
          why::earlier_scores_of_other_release,
          "the scores are of release " + row.cells.front() + ", but the folder beside has " + release->sha256,
          table.place(row));
    auto sheet = sheet_of_row(row);
    if (!sheet) return base::Problem(why::score_bad_row, "a score is no number", table.place(row));
    scores.push_back(std::move(*sheet));
  }
  return scores;
}

}  // namespace

std::string private_scores_path(const std::string& folder) {
  const std::size_t last = folder.find_last_not_of('/');
  return folder.substr(0, last == std::string::npos ? 0 : last + 1) + ".private.csv";
}

std::string private_scores(const benchmark::FreezeInput& input, const benchmark::Release& release) {
  std::string text;
  exchange::CsvWriter csv(text);
  for (const std::string& column : columns_of(input.outline)) csv.cell(column);
  csv.end_row();
  for (const SheetScores& sheet : input.scores) {
    const auto* row = input.frame.find(sheet.school_id, sheet.programme);
    if (row != nullptr && row->responded) write_sheet(sheet, release->sha256, csv);
  }
  return text;
}

base::Result<std::optional<benchmark::Scores>> read_private_scores(const Files& files,
                                                                   const std::string& folder,
                                                                   const benchmark::Release& release) {
  const std::string path = private_scores_path(folder);
  const auto bytes = files.read(path);
  if (!bytes) {
    if (bytes.problems().front().code == problem::file_not_found.code)
      return std::optional<benchmark::Scores>();
    return bytes.problems();
  }
  const auto table = exchange::read_table(*bytes, path);
  if (!table) return table.problems();
  auto scores = scores_of_table(*table, release);
  if (!scores) return std::move(scores).problems();
  return std::optional(std::move(*scores));
}

}  // namespace smm::app::benchmarks
