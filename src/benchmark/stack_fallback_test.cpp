// SPDX-License-Identifier: Apache-2.0
// What freezing does with areas in which all releases together would tell too much.
#include <gtest/gtest.h>

#include <algorithm>

#include "benchmark/audit.hpp"
#include "benchmark/audit_content.hpp"
#include "benchmark/freeze.hpp"
#include "benchmark_populations.hpp"

namespace smm::benchmark {
namespace {

Release frozen_with(const FreezeInput& input) {
  const auto release = freeze(input);
  EXPECT_TRUE(release.ok()) << (release.ok() ? "" : to_string(release.problems().front()));
  return *release;
}

// The round that follows `input`, which became `release`.
void step_on(FreezeInput& input, const Release& release) {
  input.previous.push_back(release);
  input.previous_scores.resize(input.previous.size());
  input.previous_scores.back() = input.scores;
}

// Eleven units, the last of which does not answer in the first round. In the first area the others score 5.
FreezeInput eleven_units(bool last_answers) {
  FreezeInput input;
  input.outline = test_support::invented_outline(2);
  for (int i = 0; i < 11; ++i) {
    const std::string id = std::string(1, static_cast<char>('a' + i));
    const bool last = i == 10;
    FrameRow row{id,      id,   "",     "medicine_md",        "public", "", "Pacific",
                 "small", "R1", "city", !last || last_answers};
    if (row.responded)
      input.scores.push_back(
          {id, "medicine_md", {AreaValue{last ? 0. : 5., 0, 100}, AreaValue{45. + i, 0, 100}}});
    input.frame.rows.push_back(std::move(row));
  }
  return input;
}

std::vector<std::string> rows_in(const ProfessionRelease& release, const std::string& area) {
  std::vector<std::string> blocks;
  for (const BinRow& row : release.table)
    if (row.area == area) blocks.push_back(row.block);
  return blocks;
}

// Ten sum to at least 50 and all eleven to at most 55: the eleventh scores at most 5, however they are
// blocked.
TEST(StackFallback, WithholdsAnAreaThatEvenTheWholeProfessionGivesAway) {
  const FreezeInput first = eleven_units(false);
  const Release before = frozen_with(first);
  FreezeInput input = eleven_units(true);
  input.previous = {before};
  input.previous_scores = {first.scores};
  const Release release = frozen_with(input);
  const ProfessionRelease& medicine = release->professions.front();
  const std::string area = input.outline.areas[0];
  EXPECT_EQ(medicine.fallen, (std::vector<FallenArea>{{area, Fallback::withheld}}));
  EXPECT_TRUE(rows_in(medicine, area).empty());
  EXPECT_EQ(rows_in(medicine, input.outline.areas[1]).size(), 2U);
  for (const NormRow& row : medicine.norms)
    EXPECT_EQ(row.reason == "withheld_over_rounds", row.id == area) << row.id;
  EXPECT_TRUE(audit(release, input.previous).empty());
}

// Calm rounds with many at zero, in which some area falls.
struct CalmRounds {
  explicit CalmRounds(std::uint64_t seed) : population(plan_of(seed)) {
    for (int round = 0; round < 4; ++round) {
      releases.push_back(frozen_with(population.input()));
      step_on(population.input(), releases.back());
      population.next_round(1, 2, 0);
    }
  }

  static test_support::PopulationPlan plan_of(std::uint64_t seed) {
    test_support::PopulationPlan plan;
    plan.seed = seed;
    plan.frame = 26;
    plan.areas = 6;
    plan.at_zero = .5;
    plan.missing = .05;
    return plan;
  }

  test_support::Population population;
  std::vector<Release> releases;
};

TEST(StackFallback, OneAreaFallsAndTheOthersKeepTheirBlocks) {
  std::size_t fallen = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const CalmRounds rounds(seed);
    for (const Release& release : rounds.releases) {
      const ProfessionRelease& medicine = release->professions.front();
      fallen += medicine.fallen.size();
      EXPECT_EQ(medicine.state, ProfessionState::released);
      EXPECT_LT(medicine.fallen.size(), 6U);
      for (const FallenArea& area : medicine.fallen) {
        const std::size_t rows = area.to == Fallback::one_block ? 1 : 0;
        EXPECT_EQ(rows_in(medicine, area.area).size(), rows);
      }
    }
    EXPECT_TRUE(rounds.releases.front()->professions.front().fallen.empty());
  }
  EXPECT_GE(fallen, 3U);
}

TEST(StackFallback, WithTheCheckOffNothingFalls) {
  Clauses unchecked;
  unchecked.stack_check = false;
  std::size_t fallen = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const CalmRounds rounds(seed);
    fallen += frozen_with(rounds.population.input())->professions.front().fallen.size();
    const auto release = freeze(rounds.population.input(), unchecked);
    ASSERT_TRUE(release.ok());
    EXPECT_TRUE((*release)->professions.front().fallen.empty());
  }
  EXPECT_GE(fallen, 1U);
}

// Half of the schools score anew: no unchanged scores fit, and without the earlier ones nothing can be
// checked.
TEST(StackFallback, WithoutEarlierScoresWhatNothingFitsFalls) {
  test_support::PopulationPlan plan;
  plan.frame = 40;
  plan.areas = 4;
  plan.at_zero = .5;
  test_support::Population population(plan);
  step_on(population.input(), frozen_with(population.input()));
  population.next_round(0, 0, .5);
  const auto informed = frozen_with(population.input());
  population.input().previous_scores.clear();
  const auto blind = frozen_with(population.input());
  EXPECT_GE(blind->professions.front().fallen.size(), 2U);
  EXPECT_GT(blind->professions.front().fallen.size(), informed->professions.front().fallen.size());
}

TEST(StackFallback, RefusesScoresThatDoNotGiveTheEarlierTable) {
  test_support::PopulationPlan plan;
  plan.frame = 30;
  test_support::Population population(plan);
  step_on(population.input(), frozen_with(population.input()));
  for (SheetScores& sheet : *population.input().previous_scores.front())
    if (sheet.areas.front()) sheet.areas.front()->score = 0;
  const auto release = freeze(population.input());
  ASSERT_FALSE(release.ok());
  EXPECT_EQ(release.problems().front().code, "earlier_scores_differ");
}

TEST(StackFallback, AnAuditRefusesAFallThatIsNone) {
  const CalmRounds rounds(1);
  ReleaseContent content = *rounds.releases.back();
  const std::vector<Release> previous(rounds.releases.begin(), rounds.releases.end() - 1);
  EXPECT_TRUE(audit_content(content, previous).empty());
  ProfessionRelease& medicine = content.professions.front();
  const auto whole = std::ranges::find_if(content.outline.areas,
                                          [&](const std::string& area) { return !medicine.fallback(area); });
  ASSERT_NE(whole, content.outline.areas.end());
  for (const Fallback to : {Fallback::one_block, Fallback::withheld}) {
    medicine.fallen.push_back({*whole, to});
    const auto problems = audit_content(content, previous);
    EXPECT_TRUE(std::ranges::any_of(problems, [](const auto& found) { return found.code == "audit_area"; }));
    medicine.fallen.pop_back();
  }
}

}  // namespace
}  // namespace smm::benchmark
