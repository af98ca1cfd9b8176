// SPDX-License-Identifier: Apache-2.0
// The program against the oracle, on thousands of random sheets: every program, every level, to 1e-9.
#include <gtest/gtest.h>

#include <map>

#include "random_sheets.hpp"
#include "scored_sheet.hpp"
#include "scoring/weight_set.hpp"
#include "sheet_oracle.hpp"

namespace smm::test {
namespace {

using scoring::ScoreState;

std::string told(const SaidSheet& sheet) {
  std::string text;
  for (const auto& [id, said] : sheet) text += id + "  " + said.state + "  " + said.value + "\n";
  return text;
}

void expect_close(double found, double wanted, const std::string& what) {
  EXPECT_NEAR(found, wanted, 1e-9 * std::max(1.0, std::abs(wanted))) << what;
}

// Counts states by level, so that a test can tell that it met them.
using StateCounts = std::map<std::string, int>;

void compare(const ScoresByName& found, const std::map<std::string, OracleScore>& wanted,
             StateCounts& counts) {
  ASSERT_EQ(found.size(), wanted.size());
  for (const auto& [name, score] : found) {
    ASSERT_TRUE(wanted.contains(name)) << name;
    const OracleScore& other = wanted.at(name);
    ASSERT_EQ(to_string(score.state), other.state) << name;
    ++counts[name.substr(0, name.find(' ')) + " " + other.state];
    expect_close(score.answered_points, other.answered_points, name + " answered");
    expect_close(score.attainable_points, other.attainable_points, name + " attainable");
    if (score.state == ScoreState::not_applicable) continue;
    expect_close(score.lower, other.lower, name + " lower");
    expect_close(score.upper, other.upper, name + " upper");
    if (score.state == ScoreState::scored) expect_close(score.score, other.score, name + " score");
  }
}

void compare_sheets(const instrument::Edition& edition, const scoring::ScoringPlan& plan,
                    OracleRequest request, int sheets, base::Random& random, StateCounts& counts) {
  for (std::size_t programme = 0; programme < edition.programmes.size(); ++programme) {
    request.programme = edition.programmes[programme].id;
    for (int i = 0; i < sheets; ++i) {
      const SaidSheet sheet = random_sheet(edition, programme, random);
      compare(scores_of(plan, programme, sheet), oracle_scores(edition, sheet, request), counts);
      if (testing::Test::HasFailure()) FAIL() << edition.programmes[programme].id << "\n" << told(sheet);
    }
  }
}

TEST(SheetOracle, AgreesOnTheRealEdition) {
  const instrument::Edition edition = real_edition();
  base::Random random(1);
  StateCounts counts;
  compare_sheets(edition, plan_scoring(edition, scoring::equal_weights(edition)), {}, 150, random, counts);
  for (const char* level : {"area", "domain", "overall"}) {
    EXPECT_GT(counts[level + std::string(" scored")], 50) << level;
    EXPECT_GT(counts[level + std::string(" too_few")], 50) << level;
  }
  EXPECT_GT(counts["area thin"], 50);
  EXPECT_GT(counts["indicator not_applicable"], 50);
}

TEST(SheetOracle, AgreesOnTheRealEditionWithWeightsAndOptionalItems) {
  const instrument::Edition edition = real_edition();
  base::Random random(2);
  StateCounts counts;
  for (int set = 0; set < 10; ++set) {
    scoring::WeightSet weights = scoring::equal_weights(edition);
    OracleRequest request;
    for (std::size_t i = 0; i < edition.items.size(); ++i) {
      weights.item[i] = static_cast<double>(random.below(5)) / 3;
      request.weights["indicator " + edition.items[i].id] = weights.item[i];
      if (edition.items[i].scored == instrument::Scored::optional)
        request.also_score.insert(edition.items[i].id);
    }
    for (std::size_t i = 0; i < edition.sections.size(); ++i) {
      weights.area[i] = static_cast<double>(random.below(5)) / 3;
      request.weights["area " + edition.sections[i].id] = weights.area[i];
    }
    const std::vector<std::string> also(request.also_score.begin(), request.also_score.end());
    compare_sheets(edition, plan_scoring(edition, weights, also), request, 10, random, counts);
  }
}

TEST(SheetOracle, AgreesOnRandomEditions) {
  base::Random random(3);
  StateCounts counts;
  int editions = 0;
  for (int attempt = 0; attempt < 2000 && editions < 60 && !HasFailure(); ++attempt) {
    const auto edition = random_edition(random);
    if (!edition) continue;
    ++editions;
    compare_sheets(*edition, plan_scoring(*edition, scoring::equal_weights(*edition)), {}, 20, random,
                   counts);
    if (HasFailure()) {
      for (const auto& item : edition->items) {
        if (!item.ask_if_text.empty()) ADD_FAILURE() << item.id << " asked if " << item.ask_if_text;
      }
    }
  }
  EXPECT_EQ(editions, 60);
}

}  // namespace
}  // namespace smm::test
