// SPDX-License-Identifier: Apache-2.0
// 1 each method's weights, by hand
// 2 judges are averaged within groups and groups count alike
// 3 weights sum to 1; the order of rows and the size of budgets change nothing
// 4 spread and consistency are told
// 5 the table that is written reads back as the same weights
#include "scoring/judgement_weights.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "scoring/weight_set.hpp"
#include "scoring/weight_table.hpp"
#include "stats/pairwise_priorities.hpp"
#include "stats/proportions.hpp"
#include "weighing_edition.hpp"

namespace smm::scoring {
namespace {

const instrument::Edition judged_edition = test::weighing_edition();

JudgedWeights judged(JudgementMethod method, const base::Table& table) {
  return weights_from(read_judgements(table, method, judged_edition).value());
}

base::Table points_table(const std::string& rows) {
  return test::table_of("j.csv", "judge,group,parent,id,points\n" + rows);
}

base::Table pairs_table(const std::string& rows) {
  return test::table_of("j.csv", "judge,group,parent,a,b,ratio\n" + rows);
}

void expect_weights(const std::vector<double>& got, const std::vector<double>& expected) {
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], expected[i], 1e-12) << "at " << i;
}

// The worked example of docs/methods/weight-sets.md: three students and one dean.
const char* const two_groups =
    "Ann,students,leadership,board,8\nAnn,students,leadership,dean,2\n"
    "Bob,students,leadership,board,60\nBob,students,leadership,dean,40\n"
    "Cid,students,leadership,board,1\nCid,students,leadership,dean,0\n"
    "Dee,deans,leadership,board,20\nDee,deans,leadership,dean,80\n";

TEST(JudgementWeights, GroupsCountAlikeWhateverTheirSize) {  // 1, 2
  const auto result = judged(JudgementMethod::budget, points_table(two_groups));
  ASSERT_EQ(result.parents.size(), 1u);
  const ParentWeights& leadership = result.parents[0];
  ASSERT_EQ(leadership.groups.size(), 2u);
  EXPECT_EQ(result.groups, (std::vector<std::string>{"deans", "students"}));
  EXPECT_EQ(leadership.groups[1].judges, 3u);
  expect_weights(leadership.groups[0].weights, {0.2, 0.8});
  expect_weights(leadership.groups[1].weights, {0.8, 0.2});
  expect_weights(leadership.weights, {0.5, 0.5});
}

TEST(JudgementWeights, SpreadIsToldBetweenJudgesAndBetweenGroups) {  // 4
  const auto result = judged(JudgementMethod::budget, points_table(two_groups));
  const ParentWeights& leadership = result.parents[0];
  ASSERT_TRUE(leadership.between_judges && leadership.between_groups);
  EXPECT_NEAR(leadership.between_judges->range[0], 0.8, 1e-12);  // 0.2 to 1.0
  EXPECT_NEAR(leadership.between_groups->range[0], 0.6, 1e-12);
  EXPECT_NEAR(leadership.between_groups->sd[0], 0.6 / std::sqrt(2), 1e-12);
  const auto alone = judged(JudgementMethod::budget, points_table("Ann,g,research,research,1\n"));
  EXPECT_FALSE(alone.parents[0].between_judges.has_value());
  EXPECT_FALSE(alone.parents[0].between_groups.has_value());
  expect_weights(alone.parents[0].weights, {1});
}

TEST(JudgementWeights, RankingsUseTheCentroid) {  // 1
  const auto result =
      judged(JudgementMethod::ranking, test::table_of("j.csv",
                                                      "judge,group,parent,id,rank\n"
                                                      "Ann,g,mission,vision,2\nAnn,g,mission,budget,1\n"
                                                      "Ann,g,mission,partners,2\n"));
  expect_weights(result.parents[0].weights, {7.0 / 36, 22.0 / 36, 7.0 / 36});
  EXPECT_FALSE(result.parents[0].judges[0].consistency_ratio.has_value());
}

std::string saaty_rows(const std::string& judge, const std::string& group) {
  const std::string head = judge + "," + group + ",mission,";
  return head + "vision,budget,1/3\n" + head + "vision,partners,5\n" + head + "budget,partners,7\n";
}

TEST(JudgementWeights, PairsUseTheEigenvector) {  // 1, 4
  const auto result = judged(JudgementMethod::pairwise, pairs_table(saaty_rows("Ann", "g")));
  expect_weights(result.parents[0].weights, {0.278954565486418, 0.649118004631325, 0.0719274298822564});
  EXPECT_NEAR(*result.parents[0].judges[0].consistency_ratio, 0.0559375688558798, 1e-10);
  EXPECT_TRUE(result.warnings.empty());
}

TEST(JudgementWeights, PairsAreJoinedByTheGeometricMean) {  // 2
  const auto result = judged(JudgementMethod::pairwise, pairs_table("Ann,g,leadership,board,dean,2\n"
                                                                    "Bob,g,leadership,board,dean,8\n"
                                                                    "Cid,h,leadership,board,dean,1/4\n"));
  expect_weights(result.parents[0].groups[0].weights, {0.8, 0.2});
  expect_weights(result.parents[0].groups[1].weights, {0.2, 0.8});
  expect_weights(result.parents[0].weights, {0.5, 0.5});
}

TEST(JudgementWeights, ContradictionIsAWarning) {  // 4
  const auto result = judged(
      JudgementMethod::pairwise,
      pairs_table(saaty_rows("Ann", "g") + "Bob,g,mission,vision,budget,5\nBob,g,mission,budget,partners,5\n"
                                           "Bob,g,mission,vision,partners,1/5\n"));
  ASSERT_EQ(result.warnings.size(), 1u);
  EXPECT_EQ(
      to_string(result.warnings[0]),
      "judgement_inconsistent: judge \"Bob\" on \"mission\" has a consistency ratio of 2.759, above 0.1 "
      "(j.csv:5)");
  // A vicious circle says that all are equal; the one who did not run in circles still counts as much.
  expect_weights(result.parents[0].judges[1].weights, {1.0 / 3, 1.0 / 3, 1.0 / 3});
}

// Priorities first or matrices first is the same for three things (docs/methods/pairwise-priorities.md).
RC_GTEST_PROP(JudgementWeights, JoiningPrioritiesEqualsJoiningMatricesOfThree, ()) {  // 2
  const auto drawn = *rc::gen::container<std::vector<int>>(6, rc::gen::inRange(1, 10));
  const auto rows = [&](const std::string& judge, std::size_t at) {
    const std::string head = judge + ",g,mission,";
    return head + "vision,budget," + std::to_string(drawn[at]) + "\n" + head + "vision,partners," +
           std::to_string(drawn[at + 1]) + "\n" + head + "budget,partners," + std::to_string(drawn[at + 2]) +
           "\n";
  };
  const auto result = judged(JudgementMethod::pairwise, pairs_table(rows("Ann", 0) + rows("Bob", 3)));
  const auto mean = [&](std::size_t at) { return std::sqrt(drawn[at] * drawn[at + 3]); };
  const std::vector<double> matrix = {1,           mean(0),     mean(1), 1 / mean(0), 1, mean(2),
                                      1 / mean(1), 1 / mean(2), 1};
  const auto joint = stats::pairwise_priorities(matrix, 3);
  for (std::size_t i = 0; i < 3; ++i)
    RC_ASSERT(std::abs(result.parents[0].weights[i] - joint.priorities[i]) < 1e-12);
}

std::string budget_rows(const std::vector<int>& points, int factor) {
  std::string rows;
  const char* ids[] = {"vision", "budget", "partners"};
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::size_t judge = i / 3;
    rows += "J" + std::to_string(judge) + "," + (judge < 3 ? "deans" : "students") + ",mission," +
            ids[i % 3] + "," + std::to_string(points[i] * (judge == 1 ? factor : 1)) + "\n";
  }
  return rows;
}

RC_GTEST_PROP(JudgementWeights, OrderAndSizeOfBudgetsDoNotMatter, ()) {  // 3
  const auto points = *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(1, 100));
  const auto before = judged(JudgementMethod::budget, points_table(budget_rows(points, 1)));
  base::Table shuffled = points_table(budget_rows(points, 1));
  for (std::size_t i = shuffled.rows.size(); i > 1; --i) {
    std::swap(shuffled.rows[i - 1].cells, shuffled.rows[*rc::gen::inRange<std::size_t>(0, i)].cells);
  }
  const auto after = judged(JudgementMethod::budget, shuffled);
  RC_ASSERT(after.parents[0].weights == before.parents[0].weights);
  const auto richer = judged(JudgementMethod::budget, points_table(budget_rows(points, 1000)));
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    RC_ASSERT(std::abs(richer.parents[0].weights[i] - before.parents[0].weights[i]) < 1e-12);
    sum += before.parents[0].weights[i];
  }
  RC_ASSERT(std::abs(sum - 1) < 1e-12);
}

// Doubling a group (each judge has a twin) changes nothing.
RC_GTEST_PROP(JudgementWeights, ABiggerGroupCountsNoMore, ()) {  // 2
  const auto ratios = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(1, 10));
  std::string rows;
  std::string twins;
  for (std::size_t i = 0; i < ratios.size(); ++i) {
    const std::string rest =
        std::string(i < 3 ? ",g" : ",h") + ",leadership,board,dean," + std::to_string(ratios[i]) + "\n";
    rows += "J" + std::to_string(i) + rest;
    if (i < 3) twins += "T" + std::to_string(i) + rest;
  }
  const auto once = judged(JudgementMethod::pairwise, pairs_table(rows));
  const auto twice = judged(JudgementMethod::pairwise, pairs_table(rows + twins));
  RC_ASSERT(std::abs(once.parents[0].weights[0] - twice.parents[0].weights[0]) < 1e-12);
}

TEST(WeightTable, StandsInTheEditionsOrderAndReadsBack) {  // 5
  const auto result =
      judged(JudgementMethod::budget,
             points_table("Ann,g,governance,leadership,1\nAnn,g,governance,mission,2\n"
                          "Ann,g,mission,partners,1\nAnn,g,mission,budget,1\nAnn,g,mission,vision,1\n"));
  const base::Table table = weight_table(result);
  EXPECT_EQ(table.columns, (std::vector<std::string>{"level", "id", "weight"}));
  std::vector<std::vector<std::string>> cells;
  for (const auto& row : table.rows) cells.push_back(row.cells);
  EXPECT_EQ(cells, (std::vector<std::vector<std::string>>{{"indicator", "vision", "0.3333333333"},
                                                          {"indicator", "budget", "0.3333333333"},
                                                          {"indicator", "partners", "0.3333333333"},
                                                          {"area", "mission", "0.6666666667"},
                                                          {"area", "leadership", "0.3333333333"}}));
  const WeightSet set = weight_set_from(table, judged_edition).value();
  EXPECT_EQ(set.item, equal_weights(judged_edition).item);
  EXPECT_NEAR(set.area[1], 4.0 / 3, 1e-9);
  EXPECT_NEAR(set.area[2], 2.0 / 3, 1e-9);
}

TEST(WeightTable, AGroupThatJudgedNothingFollowsEverybody) {
  const auto result =
      judged(JudgementMethod::budget,
             points_table("Ann,deans,leadership,board,3\nAnn,deans,leadership,dean,1\n"
                          "Bob,students,leadership,board,1\nBob,students,leadership,dean,1\n"
                          "Bob,students,research,projects,1\nBob,students,research,funds,4\n"));
  const base::Table deans = group_weight_table(result, "deans");
  ASSERT_EQ(deans.rows.size(), 4u);
  EXPECT_EQ(deans.rows[0].cells[2], "0.7500000000");
  EXPECT_EQ(deans.rows[2].cells[2], "0.2000000000");
  EXPECT_EQ(group_weight_table(result, "students").rows[0].cells[2], "0.5000000000");
  EXPECT_EQ(weight_table(result).rows[0].cells[2], "0.6250000000");
}

}  // namespace
}  // namespace smm::scoring
