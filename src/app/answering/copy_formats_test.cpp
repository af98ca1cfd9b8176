// SPDX-License-Identifier: Apache-2.0
#include "app/answering/copy_formats.hpp"

#include <gtest/gtest.h>

#include "exchange/csv.hpp"

namespace smm::app {
namespace {

// What one colleague wrote is opened by another in a spreadsheet program.
TEST(CopyFormats, NoCellOfACsvIsAFormula) {
  const std::string link = "=HYPERLINK(\"https://evil.example\",\"open\")";
  const CopyTable table{
      "history",
      {"value", "reason"},
      {{link, "+1"}, {"-2", "@SUM(A1)"}, {"\t=1", "12/40"}, {"none", "a = b - c"}, {"", ""}}};
  const auto read = exchange::read_table(table_as_csv(table), "history.csv");
  ASSERT_TRUE(read);
  std::vector<std::vector<std::string>> cells;
  for (const auto& row : read->rows) cells.push_back(row.cells);
  EXPECT_EQ(cells[0], (std::vector<std::string>{"'" + link, "'+1"}));
  EXPECT_EQ(cells[1], (std::vector<std::string>{"'-2", "'@SUM(A1)"}));
  EXPECT_EQ(cells[2], (std::vector<std::string>{"'\t=1", "12/40"}));
  EXPECT_EQ(cells[3], (std::vector<std::string>{"none", "a = b - c"}));
}

// Other programs take the text as it was written.
TEST(CopyFormats, JsonKeepsEveryText) {
  const SchoolCopy copy{"lake", "2026", "smm-2026", {{"history", {"value"}, {{"=1+1"}}}}};
  EXPECT_NE(copy_as_json(copy).find("\"=1+1\""), std::string::npos);
}

}  // namespace
}  // namespace smm::app
