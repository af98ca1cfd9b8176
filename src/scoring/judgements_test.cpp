// SPDX-License-Identifier: Apache-2.0
// What read_judgements refuses, one test per code, and what it makes of what it accepts.
#include "scoring/judgements.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "weighing_edition.hpp"

namespace smm::scoring {
namespace {

const std::string points_head = "judge,group,parent,id,points\n";
const std::string ranks_head = "judge,group,parent,id,rank\n";
const std::string pairs_head = "judge,group,parent,a,b,ratio\n";

base::Result<Judgements> read_text(JudgementMethod method, const std::string& text) {
  return read_judgements(test::table_of("j.csv", text), method, test::weighing_edition());
}

std::vector<std::string> refusals(JudgementMethod method, const std::string& text) {
  const auto result = read_text(method, text);
  std::vector<std::string> texts;
  if (result.ok()) return texts;
  for (const auto& problem : result.problems()) texts.push_back(to_string(problem));
  return texts;
}

using Refusals = std::vector<std::string>;

TEST(Judgements, MethodsHaveNames) {
  for (const auto method : {JudgementMethod::budget, JudgementMethod::ranking, JudgementMethod::pairwise}) {
    EXPECT_EQ(judgement_method(to_string(method)), method);
  }
  EXPECT_EQ(judgement_method("lottery"), std::nullopt);
}

TEST(Judgements, BallotsStandByParentGroupAndJudge) {
  const auto result = read_text(JudgementMethod::budget, points_head +
                                                             "Zoe,deans,governance,leadership,40\n"
                                                             "Ann,students,leadership,dean,1\n"
                                                             "Ann,students,leadership,board,0\n"
                                                             "Bob,deans,leadership,board,5\n"
                                                             "Zoe,deans,governance,mission,60\n"
                                                             "Bob,deans,leadership,dean,5\n");
  ASSERT_TRUE(result.ok());
  ASSERT_EQ(result->parents.size(), 2u);
  EXPECT_EQ(result->parents[0].id, "leadership");
  EXPECT_EQ(result->parents[0].level, WeightLevel::indicator);
  EXPECT_EQ(result->parents[1].id, "governance");
  EXPECT_EQ(result->parents[1].level, WeightLevel::area);
  ASSERT_EQ(result->ballots.size(), 3u);
  EXPECT_EQ(result->ballots[0].judge, "Bob");
  EXPECT_EQ(result->ballots[1].judge, "Ann");
  EXPECT_EQ(result->ballots[1].values, (std::vector<double>{0, 1}));  // in the edition's order
  EXPECT_EQ(result->ballots[1].line, 3);
  EXPECT_EQ(result->ballots[2].parent, 1u);
  EXPECT_EQ(result->ballots[2].values, (std::vector<double>{60, 40}));
}

// The domain `research` holds the area `research`: what is named tells which of the two is meant.
TEST(Judgements, TheChildrenTellAnAreaFromADomainOfTheSameId) {
  const auto result = read_text(JudgementMethod::budget, points_head +
                                                             "Ann,deans,research,projects,3\n"
                                                             "Ann,deans,research,funds,1\n"
                                                             "Ann,deans,research,research,1\n");
  ASSERT_TRUE(result.ok());
  ASSERT_EQ(result->parents.size(), 2u);
  EXPECT_EQ(result->parents[0].level, WeightLevel::indicator);
  EXPECT_EQ(result->parents[1].level, WeightLevel::area);
}

TEST(Judgements, OptionalIndicatorsAreJudgedByAllOrNone) {
  const std::string ann = "Ann,g,mission,vision,1\nAnn,g,mission,budget,1\nAnn,g,mission,partners,1\n";
  const std::string bob = "Bob,g,mission,vision,1\nBob,g,mission,budget,1\nBob,g,mission,partners,1\n";
  EXPECT_EQ(read_text(JudgementMethod::budget, points_head + ann + bob)->parents[0].children.size(), 3u);
  EXPECT_EQ(
      refusals(JudgementMethod::budget, points_head + ann + bob + "Bob,g,mission,prizes,1\n"),
      (Refusals{"judgement_incomplete: judge \"Ann\" on \"mission\" says nothing of prizes (j.csv:2)"}));
}

TEST(Judgements, APairIsAskedOnceAndItsReciprocalFilledIn) {
  const auto result = read_text(JudgementMethod::pairwise,
                                pairs_head +
                                    "Ann,g,mission,vision,budget,1/3\nAnn,g,mission,partners,vision,0.2\n"
                                    "Ann,g,mission,budget,partners,7\n");
  ASSERT_TRUE(result.ok());
  const std::vector<double> expected = {1, 1.0 / 3, 5, 3, 1, 7, 0.2, 1.0 / 7, 1};
  ASSERT_EQ(result->ballots[0].values.size(), 9u);
  for (std::size_t i = 0; i < 9; ++i) EXPECT_DOUBLE_EQ(result->ballots[0].values[i], expected[i]) << i;
}

TEST(Judgements, BothDirectionsMustAgree) {
  const auto agree =
      read_text(JudgementMethod::pairwise,
                pairs_head + "Ann,g,leadership,board,dean,3\nAnn,g,leadership,dean,board,0.33\n");
  ASSERT_TRUE(agree.ok());
  EXPECT_DOUBLE_EQ(agree->ballots[0].values[1], std::sqrt(3 / 0.33));
  EXPECT_EQ(
      refusals(JudgementMethod::pairwise,
               pairs_head + "Ann,g,leadership,board,dean,3\nAnn,g,leadership,dean,board,3\n"),
      (Refusals{"judgement_contradiction: judge \"Ann\" on \"leadership\" compares board with dean in both "
                "directions, and the ratios are not reciprocal (lines 2 and 3) (j.csv:3)"}));
}

TEST(Judgements, NamesMustBeKnown) {
  EXPECT_EQ(
      refusals(JudgementMethod::budget, points_head +
                                            "Ann,g,wisdom,board,1\nAnn,g,about,size,1\n"
                                            "Ann,g,leadership,projects,1\nAnn,g,mission,about-us,1\n"),
      (Refusals{"judgement_unknown_parent: \"wisdom\" is neither an area with indicators nor a domain of the "
                "edition (j.csv:2)",
                "judgement_unknown_parent: \"about\" is neither an area with indicators nor a domain of the "
                "edition (j.csv:3)",
                "judgement_unknown_id: \"projects\" is no indicator or area of \"leadership\" (j.csv:4)",
                "judgement_unknown_id: \"about-us\" is no indicator or area of \"mission\" (j.csv:5)"}));
}

TEST(Judgements, NothingIsComparedWithItself) {
  EXPECT_EQ(refusals(JudgementMethod::pairwise,
                     pairs_head + "Ann,g,leadership,board,dean,3\nAnn,g,leadership,dean,dean,1\n"),
            (Refusals{"judgement_self_comparison: \"dean\" is compared with itself (j.csv:3)"}));
}

TEST(Judgements, NothingIsSaidTwice) {
  EXPECT_EQ(
      refusals(JudgementMethod::ranking, ranks_head + "Ann,g,leadership,board,1\nAnn,g,leadership,dean,2\n"
                                                      "Ann,g,leadership,board,1\n"),
      (Refusals{"judgement_duplicate: judge \"Ann\" already said this on line 2 (j.csv:4)"}));
}

TEST(Judgements, AParentIsJudgedWhole) {
  EXPECT_EQ(
      refusals(JudgementMethod::ranking, ranks_head + "Ann,g,mission,budget,1\n"),
      (Refusals{
          "judgement_incomplete: judge \"Ann\" on \"mission\" says nothing of vision, partners (j.csv:2)"}));
  EXPECT_EQ(refusals(JudgementMethod::pairwise,
                     pairs_head + "Ann,g,mission,vision,budget,3\nAnn,g,mission,budget,partners,2\n"),
            (Refusals{"judgement_incomplete: judge \"Ann\" on \"mission\" says nothing of vision with "
                      "partners (j.csv:2)"}));
}

TEST(Judgements, PointsAreZeroOrMoreAndNotAllZero) {
  EXPECT_EQ(
      refusals(JudgementMethod::budget, points_head + "Ann,g,leadership,board,-5\nAnn,g,leadership,dean,few\n"
                                                      "Bob,g,leadership,board,0\nBob,g,leadership,dean,0\n"),
      (Refusals{
          "judgement_negative_points: points are zero or more, not -5 (j.csv:2)",
          "bad_number: \"points\" takes a number, not \"few\" (j.csv:3)",
          "judgement_no_points: judge \"Bob\" on \"leadership\" gives no point to anything (j.csv:4)"}));
}

TEST(Judgements, RanksAreWholeAndWithinTheNumberRanked) {
  for (const std::string bad : {"0", "3", "-1", "1.5", "first"}) {
    EXPECT_EQ(refusals(JudgementMethod::ranking,
                       ranks_head + "Ann,g,leadership,board," + bad + "\nAnn,g,leadership,dean,1\n"),
              (Refusals{"judgement_bad_rank: a rank here is a whole number from 1 to 2, not \"" + bad +
                        "\" (j.csv:2)"}));
  }
}

TEST(Judgements, RatiosAreAboveZeroAndWithinReason) {
  for (const std::string bad : {"0", "-3", "1/0", "3:1", "1001", "1/1001", "nan"}) {
    const auto problems =
        refusals(JudgementMethod::pairwise, pairs_head + "Ann,g,leadership,board,dean," + bad + "\n");
    ASSERT_EQ(problems.size(), 1u) << bad;
    EXPECT_EQ(problems[0].substr(0, 20), "judgement_bad_ratio:") << bad;
  }
  for (const std::string good : {"1000", "0.001", "1/9", "1.5/2"}) {
    EXPECT_TRUE(refusals(JudgementMethod::pairwise, pairs_head + "Ann,g,leadership,board,dean," + good + "\n")
                    .empty())
        << good;
  }
}

TEST(Judgements, AJudgeHasOneGroup) {
  EXPECT_EQ(
      refusals(JudgementMethod::budget,
               points_head + "Ann,deans,leadership,board,1\nAnn,students,leadership,dean,1\n"),
      (Refusals{"judge_in_two_groups: judge \"Ann\" is in group \"deans\" on line 2 and in \"students\" here "
                "(j.csv:3)"}));
}

TEST(Judgements, NobodyIsNobody) {
  EXPECT_EQ(
      refusals(JudgementMethod::budget, points_head + "Ann, ,leadership,board,1\n,g,leadership,dean,1\n"),
      (Refusals{"missing_field: needs a value for \"group\" (j.csv:2)",
                "missing_field: needs a value for \"judge\" (j.csv:3)"}));
  EXPECT_EQ(refusals(JudgementMethod::budget, points_head),
            (Refusals{"judgement_none: holds no judgement (j.csv)"}));
}

TEST(Judgements, EachMethodHasItsColumns) {
  EXPECT_EQ(
      refusals(JudgementMethod::ranking, points_head + "Ann,g,leadership,board,1\n"),
      (Refusals{"missing_field: needs a column \"rank\" (judge,group,parent,id,rank) (j.csv:1)",
                "unknown_field: column \"points\" is not one of judge,group,parent,id,rank (j.csv:1)"}));
}

TEST(Judgements, ComparisonsEndAtFifteenThings) {
  const auto wide = test::one_area_edition(16);
  const auto result = read_judgements(test::table_of("j.csv", pairs_head + "Ann,g,a,i1,i2,3\n"),
                                      JudgementMethod::pairwise, wide);
  ASSERT_FALSE(result.ok());
  ASSERT_EQ(result.problems().size(), 1u);
  EXPECT_EQ(to_string(result.problems()[0]),
            "judgement_too_many: \"a\" has 16 things; at most 15 can be compared in pairs (j.csv:2)");
}

}  // namespace
}  // namespace smm::scoring
