// SPDX-License-Identifier: Apache-2.0
// The runner of cases itself: what a case cannot say is refused, and what does not hold is told.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "case_run.hpp"

namespace smm::test {
namespace {

const std::string usual_head = "Title\n\nA sentence.\n\n";
const std::string two_items = "items\nid | type\nplan | yes_no\nstaff | yes_no\n\n";
const std::string usual_answers = "answers\nitem_id | value\nplan | yes\nstaff | no\n\n";

std::vector<std::string> run(const std::string& expected) {
  return disagreements(read_case(usual_head + two_items + usual_answers + expected, "t.case"));
}

TEST(CaseRunner, FindsNothingWhereEverythingHolds) {
  EXPECT_EQ(run("scores\nid | score | lower | answered_points\na | 50 | 50.0000 | 20\n"),
            std::vector<std::string>{});
}

TEST(CaseRunner, TellsAWrongNumberWithTheLineOfTheCase) {
  EXPECT_EQ(run("scores\nid | score\na | 51\n"),
            std::vector<std::string>{"t.case:17: s p area a: score is 50.000000, not 51"});
}

TEST(CaseRunner, ComparesAtTheDecimalsGiven) {
  EXPECT_TRUE(run("scores\nlevel | id | score\narea | a | 50.4\n").size() == 1);
  EXPECT_TRUE(run("scores\nlevel | id | score\nindicator | plan | 1.0\n").empty());
}

TEST(CaseRunner, TellsAWrongStateAMissingAndAnUnexpectedScore) {
  EXPECT_EQ(run("scores\nid | state\na | thin\n"),
            std::vector<std::string>{"t.case:17: s p area a: the state is scored"});
  EXPECT_EQ(run("scores\nid\nb\n"),
            std::vector<std::string>{"t.case:17: s p area b: there is no such score"});
  EXPECT_EQ(run("scores\nid | state\na | absent\n"),
            std::vector<std::string>{"t.case:17: s p area a: there is such a score"});
}

TEST(CaseRunner, TellsACellThatIsFilledOrEmptyAgainstExpectation) {
  EXPECT_EQ(run("scores\nid | score\na | -\n"),
            std::vector<std::string>{"t.case:17: s p area a: score is 50.000000, not empty"});
}

TEST(CaseRunner, TellsMissingAndUnexpectedProblems) {
  EXPECT_EQ(run("problems\ncode | line\nanswer_duplicate | 2\n"),
            std::vector<std::string>{"t.case: no such problem: answer_duplicate (answers.csv line 2)"});
  const auto found = disagreements(
      read_case(usual_head + two_items +
                    "answers\nitem_id | value\nplan | perhaps\n\nscores\nid | state\na | too_few\n",
                "t.case"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].starts_with("t.case: unexpected problem: unknown_option: ")) << found[0];
}

TEST(CaseRunner, TellsItemsThatMakeNoEdition) {
  const auto found = disagreements(read_case(
      usual_head + "items\nid | type\nplan | yes_no\n\n" + usual_answers + "scores\nid\na\n", "t.case"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].starts_with("area_too_small: ")) << found[0];
}

TEST(CaseRunner, WritesDefaultsAndHyphensIntoTheAnswerFile) {
  const CaseFile file = read_case(usual_head + two_items +
                                      "answers\nschool_id | programme | item_id | state | value | reason\n"
                                      " | | plan | | yes |\nt | - | staff | not_permitted | | -\n"
                                      " | | staff\n | | plan | not_applicable\n\nscores\nid\na\n",
                                  "t.case");
  EXPECT_EQ(
      answer_file(file),
      "school_id,programme,item_id,state,value,reason\ns,p,plan,answered,yes,\nt,,staff,not_permitted,,\n"
      "s,p,staff,not_answered,,\ns,p,plan,not_applicable,,State law 1-2\n");
}

TEST(CaseRunner, RefusesWhatItCannotRead) {
  const auto refused = [](const std::string& text) -> std::string {
    try {
      read_case(text, "t.case");
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(refused(""), "t.case:0: a case begins with a line that says what it shows");
  EXPECT_EQ(refused("Title\n"), "t.case:1: a case says in a sentence what it shows, below its title");
  EXPECT_EQ(refused(usual_head), "t.case:4: a case needs items");
  EXPECT_EQ(refused(usual_head + two_items), "t.case:9: a case needs answers");
  EXPECT_EQ(refused(usual_head + two_items + usual_answers), "t.case:14: a case expects scores or problems");
  EXPECT_EQ(refused(usual_head + "items\nid | colour\n"), "t.case:6: \"colour\" is no column of items");
  EXPECT_EQ(refused(usual_head + two_items + two_items), "t.case:10: \"items\" stands twice");
  EXPECT_EQ(refused(usual_head + two_items + "answer\n"), "t.case:10: expected a keyword, not \"answer\"");
  EXPECT_EQ(refused(usual_head + "items\nid | type\na | b | c\n"), "t.case:7: more cells than columns");
}

TEST(CaseRunner, KeepsABarWithoutSpacesInItsCell) {
  const CaseFile file = read_case(
      usual_head + two_items + "answers\nitem_id | value\nplan | 1/2|3/4 |\n\nscores\nid\na\n", "t.case");
  EXPECT_EQ(file.answers.rows[0].cells, (std::vector<std::string>{"plan", "1/2|3/4"}));
}

}  // namespace
}  // namespace smm::test
