// SPDX-License-Identifier: Apache-2.0
#include "app/rosters/roster_file.hpp"

#include <gtest/gtest.h>

#include "exchange/xlsx_writer.hpp"

namespace smm::app {
namespace {

TEST(RosterFile, ReadsWorkbooksAndWindowsLetters) {
  exchange::Workbook book({.title = "Roster"});
  auto sheet = book.add_sheet("Schools");
  sheet.text(0, 0, "school_id").text(0, 1, "name").text(2, 0, "north").text(2, 1, "Universidad de Bayamón");
  const auto from_workbook = read_roster_table(book.finish(), "roster.xlsx");
  ASSERT_TRUE(from_workbook);
  const auto from_text =
      read_roster_table("school_id,name\n\nnorth,Universidad de Bayam\xf3n\n", "roster.csv");
  ASSERT_TRUE(from_text);
  EXPECT_EQ(from_workbook->columns, from_text->columns);
  ASSERT_EQ(from_workbook->rows.size(), 1u);
  EXPECT_EQ(from_workbook->rows[0].cells, from_text->rows[0].cells);
  EXPECT_EQ(from_workbook->rows[0].line, 3);
}

TEST(RosterFile, GuessesWhatColumnsMean) {
  const auto names =
      guessed_names({"Code", "Dean e-mail", "UNITID", "Favourite color", "school_id", "E-mail"});
  EXPECT_EQ(names.at("Code"), "school_id");
  EXPECT_EQ(names.at("Dean e-mail"), "dean_email");
  EXPECT_EQ(names.at("UNITID"), "institution_id");
  EXPECT_EQ(names.at("Favourite color"), "");
  EXPECT_EQ(names.at("school_id"), "");  // the first of two that mean the same is taken
  EXPECT_EQ(names.at("E-mail"), "");
  const auto others = guessed_names({"Director", "Director's e-mail", "Interim dean's name"});
  EXPECT_EQ(others.at("Director"), "director_name");
  EXPECT_EQ(others.at("Director's e-mail"), "director_email");
  EXPECT_EQ(others.at("Interim dean's name"), "interim_name");
}

TEST(RosterFile, RenamesAndLeavesOut) {
  base::Table table{"r.csv", {"Code", "Color", "name"}, {{2, {"north", "red", "North"}}}};
  const base::Table now = renamed(table, {{"Code", "school_id"}, {"Color", ""}});
  EXPECT_EQ(now.columns, (std::vector<std::string>{"school_id", "name"}));
  EXPECT_EQ(now.rows[0].cells, (std::vector<std::string>{"north", "North"}));
}

}  // namespace
}  // namespace smm::app
