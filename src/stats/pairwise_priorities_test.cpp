// SPDX-License-Identifier: Apache-2.0
#include "stats/pairwise_priorities.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "reference_values.hpp"
#include "stats/proportions.hpp"

namespace smm::stats {
namespace {

// The reciprocal matrix whose entries above the diagonal are `above`, row by row.
std::vector<double> reciprocal(std::size_t n, const std::vector<double>& above) {
  std::vector<double> matrix(n * n, 1.0);
  std::size_t next = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j, ++next) {
      matrix[i * n + j] = above[next];
      matrix[j * n + i] = 1 / above[next];
    }
  }
  return matrix;
}

// A positive vector with A w = lambda w is the Perron vector and no other: this is the whole truth of it.
bool solves(const std::vector<double>& matrix, const PairwisePriorities& found) {
  const std::size_t n = found.priorities.size();
  for (std::size_t i = 0; i < n; ++i) {
    double product = 0;
    for (std::size_t j = 0; j < n; ++j) product += matrix[i * n + j] * found.priorities[j];
    const double expected = found.lambda_max * found.priorities[i];
    if (!(found.priorities[i] > 0) || std::abs(product - expected) > 1e-11 * expected) return false;
  }
  return true;
}

const std::vector<double> saaty = reciprocal(3, {1.0 / 3, 5, 7});

// Saaty's example; the worked example of docs/methods/pairwise-priorities.md. Figures from R's eigen().
TEST(PairwisePriorities, SaatysExample) {
  const auto found = pairwise_priorities(saaty, 3);
  EXPECT_NEAR(found.priorities[0], 0.278954565486418, 1e-10);
  EXPECT_NEAR(found.priorities[1], 0.649118004631325, 1e-10);
  EXPECT_NEAR(found.priorities[2], 0.0719274298822564, 1e-10);
  EXPECT_NEAR(found.lambda_max, 3.06488757987282, 1e-10);
  EXPECT_NEAR(found.consistency_index, 0.0324437899364103, 1e-10);
  EXPECT_NEAR(found.consistency_ratio, 0.0559375688558798, 1e-10);
}

TEST(PairwisePriorities, AgreesWithTheReferenceFile) {
  if (!std::filesystem::exists(test::reference_file())) {
    GTEST_SKIP() << "reference results not found at " << test::reference_file()
                 << "; set SMM_SHARED to the folder that holds reference/stats/expected.json";
  }
  const auto found = pairwise_priorities(saaty, 3);
  const std::pair<const char*, double> figures[] = {
      {"1", found.priorities[0]},   {"2", found.priorities[1]},      {"3", found.priorities[2]},
      {"lambda", found.lambda_max}, {"CI", found.consistency_index}, {"CR", found.consistency_ratio}};
  for (const auto& [key, value] : figures) {
    const auto expected = test::reference_value("ahp.saaty", key);
    ASSERT_TRUE(expected.has_value()) << key;
    EXPECT_NEAR(value, *expected, 1e-10) << key;
  }
}

// Figures from a power iteration in 40-digit decimals.
TEST(PairwisePriorities, FourThings) {
  const auto found = pairwise_priorities(reciprocal(4, {3, 5, 7, 3, 5, 3}), 4);
  EXPECT_NEAR(found.priorities[0], 0.5650090537990470, 1e-10);
  EXPECT_NEAR(found.priorities[3], 0.0552854905986809, 1e-10);
  EXPECT_NEAR(found.lambda_max, 4.116982443447262, 1e-10);
  EXPECT_NEAR(found.consistency_ratio, 0.0433268309063936, 1e-10);
}

TEST(PairwisePriorities, OneAndTwoThingsCannotContradict) {
  const auto one = pairwise_priorities(std::vector<double>{1}, 1);
  EXPECT_EQ(one.priorities, std::vector<double>{1.0});
  EXPECT_EQ(one.consistency_ratio, 0);
  const auto two = pairwise_priorities(reciprocal(2, {4}), 2);
  EXPECT_NEAR(two.priorities[0], 0.8, 1e-15);
  EXPECT_NEAR(two.lambda_max, 2, 1e-14);
  EXPECT_EQ(two.consistency_index, 0);
  EXPECT_EQ(two.consistency_ratio, 0);
}

// "a over b over c over a" with huge ratios: the eigenvalues lie close together and plain power steps crawl.
TEST(PairwisePriorities, SurvivesAViciousCircle) {
  const auto matrix = reciprocal(3, {1e6, 1e-6, 1e6});
  const auto found = pairwise_priorities(matrix, 3);
  for (const double priority : found.priorities) EXPECT_NEAR(priority, 1.0 / 3, 1e-12);
  EXPECT_NEAR(found.lambda_max / 1e6, 1 + 1e-6 + 1e-12, 1e-11);
  EXPECT_GT(found.consistency_ratio, 1e5);
}

TEST(PairwisePriorities, RandomIndicesAreSaatys) {
  EXPECT_EQ(random_consistency_index(2), 0);
  EXPECT_EQ(random_consistency_index(3), 0.58);
  EXPECT_EQ(random_consistency_index(9), 1.45);
  EXPECT_EQ(random_consistency_index(15), 1.59);
}

RC_GTEST_PROP(PairwisePriorities, SolvesEveryJudgement, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, most_compared + 1);
  const auto sixths = *rc::gen::container<std::vector<int>>(n * (n - 1) / 2, rc::gen::inRange(-24, 25));
  std::vector<double> above;
  for (const int sixth : sixths) above.push_back(std::pow(9.0, sixth / 6.0));
  const auto matrix = reciprocal(n, above);
  const auto found = pairwise_priorities(matrix, n);
  RC_ASSERT(solves(matrix, found));
  RC_ASSERT(found.lambda_max >= static_cast<double>(n) * (1 - 1e-13));
  RC_ASSERT(found.consistency_index >= 0);
}

// Ratios of known weights give these weights back, and no inconsistency.
RC_GTEST_PROP(PairwisePriorities, RecoversConsistentWeights, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(2, most_compared + 1);
  const auto drawn = *rc::gen::container<std::vector<int>>(n, rc::gen::inRange(1, 100));
  const auto weights = proportions(std::vector<double>(drawn.begin(), drawn.end()));
  std::vector<double> above;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) above.push_back(weights[i] / weights[j]);
  }
  const auto found = pairwise_priorities(reciprocal(n, above), n);
  for (std::size_t i = 0; i < n; ++i) RC_ASSERT(std::abs(found.priorities[i] - weights[i]) < 1e-12);
  RC_ASSERT(found.consistency_ratio < 1e-12);
}

// For three things the eigenvector is the geometric mean of the rows: an independent way to the same number.
RC_GTEST_PROP(PairwisePriorities, ThreeThingsByAnotherWay, ()) {
  const auto drawn = *rc::gen::container<std::vector<int>>(3, rc::gen::inRange(-9, 10));
  std::vector<double> above;
  for (const int value : drawn) above.push_back(std::exp2(value / 3.0));
  const auto matrix = reciprocal(3, above);
  std::vector<double> rows;
  for (std::size_t i = 0; i < 3; ++i)
    rows.push_back(std::cbrt(matrix[3 * i] * matrix[3 * i + 1] * matrix[3 * i + 2]));
  const auto expected = proportions(rows);
  const auto found = pairwise_priorities(matrix, 3);
  for (std::size_t i = 0; i < 3; ++i) RC_ASSERT(std::abs(found.priorities[i] - expected[i]) < 1e-12);
}

}  // namespace
}  // namespace smm::stats
