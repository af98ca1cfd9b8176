// SPDX-License-Identifier: Apache-2.0
// Every row of tests/releases/*.case.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "benchmark/area_tables.hpp"
#include "benchmark/bins.hpp"
#include "benchmark/item_shares.hpp"
#include "benchmark/partition.hpp"
#include "benchmark/profession_freeze.hpp"
#include "benchmark/standing.hpp"
#include "benchmark/unit_values.hpp"
#include "table_case.hpp"

namespace smm::benchmark {
namespace {

using test_support::CaseCells;
using test_support::shown;

std::vector<double> numbers_in(const std::string& cell) {
  std::vector<double> numbers;
  std::istringstream words(cell);
  for (double number = 0; words >> number;) numbers.push_back(number);
  return numbers;
}

std::optional<double> number_in(const CaseCells& row, const std::string& column) {
  const auto numbers = numbers_in(row.at(column));
  if (numbers.empty()) return std::nullopt;
  return numbers.front();
}

void check_bin(const CaseCells& row) {
  std::int64_t sum = 0;
  const auto scores = numbers_in(row.at("scores"));
  for (const double score : scores) sum += std::llround(score * parts_of_a_point);
  const int k = std::stoi(row.at("k"));
  const Bin bin = bin_of_mean(sum, std::ssize(scores), parts_of_a_point, fewest_scored(k));
  EXPECT_EQ(bin.low, number_in(row, "low")) << shown(row);
  EXPECT_EQ(bin.high, number_in(row, "high")) << shown(row);
}

ShownPoints points_in(const std::string& cell) {
  if (cell.front() == '<') return {ShownPoints::Side::under, std::stoi(cell.substr(1))};
  if (cell.front() == '>') return {ShownPoints::Side::over, std::stoi(cell.substr(1))};
  return {ShownPoints::Side::at, std::stoi(cell)};
}

void check_band(const CaseCells& row) {
  Percentiles percentiles;
  std::size_t at = 0;
  for (const char* column : {"p10", "p25", "p50", "p75", "p90"})
    percentiles[at++] = points_in(row.at(column));
  const PercentileBand band = band_of(*number_in(row, "score"), percentiles);
  EXPECT_EQ(band.above, number_in(row, "above")) << shown(row);
  EXPECT_EQ(band.below, number_in(row, "below")) << shown(row);
}

std::string word_of(const std::optional<Standing>& standing) {
  if (!standing) return "";
  return *standing == Standing::above ? "above" : *standing == Standing::below ? "below" : "similar";
}

void check_standings(const std::vector<CaseCells>& rows) {
  std::map<std::string, std::vector<std::size_t>> families;
  for (std::size_t i = 0; i < rows.size(); ++i) families[rows[i].at("family")].push_back(i);
  for (const auto& [name, members] : families) {
    std::vector<ComparedRow> compared(members.size());
    std::vector<ComparedRow*> family;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const CaseCells& row = rows[members[i]];
      compared[i].own = number_in(row, "own");
      compared[i].mean = number_in(row, "mean");
      compared[i].low = number_in(row, "low");
      compared[i].high = number_in(row, "high");
      family.push_back(&compared[i]);
    }
    add_standings(family);
    for (std::size_t i = 0; i < members.size(); ++i)
      EXPECT_EQ(word_of(compared[i].standing), rows[members[i]].at("standing")) << shown(rows[members[i]]);
  }
}

void check_shares(const CaseCells& row) {
  std::vector<int> counts;
  for (const double count : numbers_in(row.at("counts"))) counts.push_back(static_cast<int>(count));
  std::string shares;
  for (const auto& share : item_shares(counts, std::stoi(row.at("answered"))))
    shares += (shares.empty() ? "" : " ") + (share ? std::to_string(*share) : "-");
  EXPECT_EQ(shares, row.at("shares")) << shown(row);
}

void check_weights(const CaseCells& row) {
  const auto units = numbers_in(row.at("units"));
  const auto middles = numbers_in(row.at("middles"));
  Parts parts;
  std::vector<std::size_t> all;
  for (std::size_t b = 0; b < units.size(); ++b) {
    parts.push_back({{b}, middles[b], static_cast<int>(units[b]), 0});
    all.push_back(b);
  }
  const auto mean = mean_of_group(parts, all);
  ASSERT_TRUE(mean.has_value()) << shown(row);
  EXPECT_NEAR(*mean, *number_in(row, "mean"), 1e-6) << shown(row);
}

// Each row stands for `count` schools that are alike; their letters say who shares a block.
struct LetteredFrame {
  std::vector<FrameRow> rows;
  std::vector<std::string> letters;
};

LetteredFrame frame_of_case(const std::vector<CaseCells>& rows) {
  LetteredFrame frame;
  for (const CaseCells& row : rows)
    for (int i = 0; i < std::stoi(row.at("count")); ++i) {
      const std::string id = "s" + std::to_string(100 + frame.rows.size());
      frame.rows.push_back({.school_id = id,
                            .institution_id = id,
                            .system_id = "",
                            .programme = row.at("programme"),
                            .control = row.at("control"),
                            .state = "",
                            .division = row.at("division"),
                            .size = row.at("size"),
                            .carnegie = row.at("carnegie"),
                            .locale = "city",
                            .responded = row.at("responded") == "1"});
      frame.letters.push_back(row.at("block"));
    }
  return frame;
}

void check_blocks(const std::vector<CaseCells>& rows) {
  const LetteredFrame frame = frame_of_case(rows);
  Outline outline;
  const std::string& programme = frame.rows.front().programme;
  outline.professions = {programme.substr(0, programme.find('_'))};
  outline.programmes = {{"medicine_md", 0}, {"medicine_do", 0}, {"dentistry", 0}};
  const auto units = units_of(frame.rows, outline, 0);
  const auto answered = answered_among(units).size();
  const int k = usual_k(answered);
  std::optional<Partition> partition;
  if (answered >= 2 * static_cast<std::size_t>(k))
    partition = partition_of(units, frame.rows, outline.professions.front(), static_cast<std::size_t>(k), {});
  std::map<std::string, std::size_t> block_of_letter;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const auto block = partition ? partition->block[unit] : std::nullopt;
    EXPECT_EQ(block.has_value(), !frame.letters[unit].empty()) << unit;
    if (!block) continue;
    const auto known = block_of_letter.try_emplace(frame.letters[unit], *block).first;
    EXPECT_EQ(known->second, *block) << "unit " << unit << ", block " << frame.letters[unit];
  }
  EXPECT_EQ(block_of_letter.size(), partition ? partition->blocks.size() : 0U);
}

using CheckRow = void (*)(const CaseCells&);
using CheckTable = void (*)(const std::vector<CaseCells>&);

const std::map<std::string, CheckRow> row_checks{
    {"bins", check_bin}, {"bands", check_band}, {"shares", check_shares}, {"weights", check_weights}};
const std::map<std::string, CheckTable> table_checks{{"standings", check_standings},
                                                     {"blocks", check_blocks}};

TEST(ReleaseCases, HoldRowByRow) {
  std::size_t rows = 0;
  for (const auto& entry : std::filesystem::directory_iterator("tests/releases")) {
    SCOPED_TRACE(entry.path().string());
    const auto found = test_support::read_table_case(
        entry.path().string(), {"bins", "bands", "shares", "weights", "standings", "blocks"});
    ASSERT_FALSE(found.rows.empty());
    rows += found.rows.size();
    if (const auto table = table_checks.find(found.keyword); table != table_checks.end())
      table->second(found.rows);
    else
      for (const CaseCells& row : found.rows) row_checks.at(found.keyword)(row);
  }
  EXPECT_GE(rows, 60U);
}

}  // namespace
}  // namespace smm::benchmark
