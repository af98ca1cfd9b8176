// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "program.hpp"

namespace smm::program {
namespace {

constexpr const char* header = "school_id,programme,item_id,state,value,reason\n";

std::string answers(const std::string& rows) {
  return header + rows;
}

TEST(ScoreCommand, WritesTheColumnsInOrderSortedAndQuotedWhereNeeded) {
  const Folder folder;
  const std::string file =
      folder.write("a.csv", answers("b,nursing_adn,speech-protected,answered,yes,\n"
                                    "\"a,1\",nursing_adn,speech-protected,answered,no,\n"));
  const Outcome outcome = folder.smm("score --edition smm-2026 --levels indicator,overall --answers " + file);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out.substr(0, outcome.out.find('\n')),
            "school_id,programme,level,id,state,score,lower,upper,answered_points,attainable_points");
  EXPECT_NE(
      outcome.out.find(
          "\"a,1\",nursing_adn,indicator,speech-protected,scored,0.0000,0.0000,0.0000,10.0000,10.0000\n"),
      std::string::npos);
  EXPECT_NE(outcome.out.find(
                "b,nursing_adn,indicator,speech-protected,scored,1.0000,1.0000,1.0000,10.0000,10.0000\n"),
            std::string::npos);
  EXPECT_LT(outcome.out.find("\"a,1\""), outcome.out.find("\nb,"));
  EXPECT_LT(outcome.out.find(",indicator,"), outcome.out.find(",overall,"));
}

TEST(ScoreCommand, UnansweredIsTooFewWithoutAScoreAndWithFullBounds) {
  const Folder folder;
  const std::string file = folder.write("a.csv", answers("x,nursing_adn,speech-protected,not_known,,\n"));
  const Outcome outcome = folder.smm("score --edition smm-2026 --answers " + file);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("x,nursing_adn,area,student-activism,too_few,,0.0000,100.0000,0.0000,40.0000\n"),
            std::string::npos)
      << outcome.out;
}

TEST(ScoreCommand, BadRowsAreAllNamedAndNothingIsWritten) {
  const Folder folder;
  const std::string file = folder.write("a.csv", answers("x,nursing_adn,speech-protected,answered,maybe,\n"
                                                         "x,nursing_adn,no-such-item,answered,yes,\n"
                                                         "x,nursing_adn,student-votes,answered\n"
                                                         "x,nursing_adn,proposals-answered,wrong,,\n"));
  const Outcome outcome =
      folder.smm("score --edition smm-2026 --answers " + file + " --out " + folder.path("s.csv"));
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_FALSE(folder.has("s.csv"));
  EXPECT_NE(outcome.err.find("unknown_option: "), std::string::npos);
  EXPECT_NE(outcome.err.find("answer_unknown_item: "), std::string::npos);
  EXPECT_NE(outcome.err.find("csv_cell_count: "), std::string::npos);
  EXPECT_NE(outcome.err.find("unknown_state: "), std::string::npos);
  for (const char* line : {"a.csv:2)", "a.csv:3)", "a.csv:4)", "a.csv:5)"}) {
    EXPECT_NE(outcome.err.find(line), std::string::npos) << line << "\n" << outcome.err;
  }
  EXPECT_NE(outcome.err.find("4 bad rows; nothing was written"), std::string::npos);
}

TEST(ScoreCommand, SkipBadLeavesThemOutAndSaysHowMany) {
  const Folder folder;
  const std::string file = folder.write("a.csv", answers("x,nursing_adn,speech-protected,answered,maybe,\n"
                                                         "x,nursing_adn,student-votes,answered,none,\n"));
  const Outcome outcome = folder.smm("score --edition smm-2026 --skip-bad --levels indicator --answers " +
                                     file + " --out " + folder.path("s.csv"));
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.err.find("1 bad row was left out"), std::string::npos);
  EXPECT_NE(folder.read("s.csv").find("indicator,speech-protected,too_few,,0.0000,1.0000"),
            std::string::npos);
  EXPECT_NE(folder.read("s.csv").find("indicator,student-votes,scored,0.0000"), std::string::npos);
}

TEST(ScoreCommand, WhenNothingIsLeftNothingIsWritten) {
  const Folder folder;
  const std::string skip =
      "score --edition smm-2026 --skip-bad --out " + folder.path("s.csv") + " --answers ";
  const Outcome bad =
      folder.smm(skip + folder.write("a.csv", answers("x,astronomy,speech-protected,answered,yes,\n")));
  EXPECT_EQ(bad.code, 1);
  const Outcome doubled =
      folder.smm(skip + folder.write("b.csv", "school_id,school_id,programme,item_id,state,value\n"));
  EXPECT_EQ(doubled.code, 1);
  EXPECT_NE(doubled.err.find("csv_duplicate_column: "), std::string::npos) << doubled.err;
  EXPECT_FALSE(folder.has("s.csv"));
}

TEST(ScoreCommand, AFailedRunLeavesTheOldFileAlone) {
  const Folder folder;
  folder.write("s.csv", "old\n");
  const std::string file = folder.write("a.csv", answers("x,nursing_adn,speech-protected,answered,maybe,\n"));
  EXPECT_EQ(folder.smm("score --edition smm-2026 --answers " + file + " --out " + folder.path("s.csv")).code,
            1);
  EXPECT_EQ(folder.read("s.csv"), "old\n");
}

TEST(ScoreCommand, ItemsOnRequestAreScoredOnlyWhenNamed) {
  const Folder folder;
  const std::string file =
      folder.write("a.csv", answers("x,nursing_adn,race-ethnicity-share,answered,50|50,\n"));
  const std::string run = "score --edition smm-2026 --levels indicator --answers " + file;
  EXPECT_EQ(folder.smm(run).out.find("race-ethnicity-share"), std::string::npos);
  EXPECT_NE(
      folder.smm(run + " --also-score race-ethnicity-share").out.find("race-ethnicity-share,scored,1.0000"),
      std::string::npos);
  const Outcome wrong = folder.smm(run + " --also-score speech-protected");
  EXPECT_EQ(wrong.code, 1);
  EXPECT_NE(wrong.err.find("not_optional: "), std::string::npos);
}

TEST(ScoreCommand, ReadsStandardInputAndWritesJson) {
  const Folder folder;
  const std::string file = folder.write("a.csv", answers("x,nursing_adn,speech-protected,answered,yes,\n"));
  const Outcome outcome = folder.smm("score --edition smm-2026 --json --answers - <" + file);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out.front(), '{');
  EXPECT_NE(outcome.out.find("\"edition\": \"smm-2026\""), std::string::npos);
}

}  // namespace
}  // namespace smm::program
