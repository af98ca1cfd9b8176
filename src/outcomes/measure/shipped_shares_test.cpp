// SPDX-License-Identifier: Apache-2.0
// The shares that ship against the file they were taken from (../shared/data/census), where that is at hand.
#include <gtest/gtest.h>

#include <filesystem>

#include "base/document_reader.hpp"
#include "exchange/csv.hpp"
#include "outcomes/measure/shares.hpp"
#include "outcomes/measure/shipped_measures_test.hpp"

namespace smm::outcomes::measure {
namespace {

base::Table shipped_table() {
  return *exchange::read_table(content_text("content/reference/state-shares.csv"), "state-shares.csv");
}

TEST(ShippedShares, HaveTheNationAndEveryState) {
  const auto shares = read_shares(shipped_table());
  ASSERT_TRUE(shares);
  EXPECT_EQ(shares->states.size(), 51u);
  EXPECT_NEAR(shares->nation, 31.32, 1e-9);
  EXPECT_NEAR(*shares->state("AL"), 26.58 + 4.18 + 0.53, 1e-9);
}

double cell_number(const base::Table& table, const base::TableRow& row, const char* column) {
  return *base::parse_decimal(row.cells[*table.column(column)]);
}

TEST(ShippedShares, AreThoseOfTheSurvey) {
  const std::string path = "../shared/data/census/S_Latest.csv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "NOT TESTED: " << path << " is not here";
  const auto source = exchange::read_table(content_text(path), path);
  ASSERT_TRUE(source);
  const auto shares = read_shares(shipped_table());
  double population = 0, urm = 0;
  for (const base::TableRow& row : source->rows) {
    const double share = cell_number(*source, row, "BlackP") + cell_number(*source, row, "HispP") +
                         cell_number(*source, row, "AmIndP");
    population += cell_number(*source, row, "TotPop");
    urm += cell_number(*source, row, "TotPop") * share;
    const auto shipped = shares->state(row.cells[*source->column("STUSPS")]);
    ASSERT_TRUE(shipped.has_value());
    EXPECT_NEAR(*shipped, share, 0.0051);
  }
  EXPECT_NEAR(shares->nation, urm / population, 0.0051);
}

}  // namespace
}  // namespace smm::outcomes::measure
