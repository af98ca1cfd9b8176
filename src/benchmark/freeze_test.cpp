// SPDX-License-Identifier: Apache-2.0
#include "benchmark/freeze.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>
#include <algorithm>

#include "benchmark/audit.hpp"
#include "benchmark/block_facts.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/release_files.hpp"
#include "benchmark_populations.hpp"

namespace smm::benchmark {
namespace {

using test_support::Population;
using test_support::PopulationPlan;

PopulationPlan plan(std::uint64_t seed, int frame) {
  PopulationPlan result;
  result.seed = seed;
  result.frame = frame;
  result.missing = .05;
  return result;
}

std::string codes(const base::Problems& problems) {
  std::string text;
  for (const auto& problem : problems) text += (text.empty() ? "" : " ") + std::string(problem.code);
  return text;
}

Release frozen(const FreezeInput& input) {
  const auto release = freeze(input);
  EXPECT_TRUE(release.ok()) << (release.ok() ? "" : to_string(release.problems().front()));
  return *release;
}

TEST(Freeze, GivesEveryUnitABlockOfAtLeastK) {
  const Population population(plan(1, 83));
  const auto release = frozen(population.input());
  const auto& medicine = release->professions.front();
  EXPECT_EQ(medicine.state, ProfessionState::released);
  EXPECT_EQ(medicine.k, 8);
  EXPECT_EQ(medicine.width, 4);
  const auto blocks = blocks_of(*release, rows_of(release->frame), 0);
  EXPECT_GE(blocks.blocks.size(), 5U);
  for (const BlockFacts& block : blocks.blocks) EXPECT_GE(block.units.size(), 8U) << block.name;
}

TEST(Freeze, TakesBlocksOfFiveUnderFortyAnswers) {
  const auto release = frozen(Population(plan(1, 39)).input());
  EXPECT_EQ(release->professions.front().k, 5);
  EXPECT_EQ(release->professions.front().width, 5);
  EXPECT_EQ(frozen(Population(plan(1, 40)).input())->professions.front().k, 8);
}

TEST(Freeze, NamesAProfessionUnderTwoBlocksAndReleasesTheRest) {
  const auto release = frozen(Population(plan(1, 9)).input());
  const auto& medicine = release->professions.front();
  EXPECT_EQ(medicine.state, ProfessionState::too_few);
  EXPECT_TRUE(medicine.table.empty());
  EXPECT_TRUE(medicine.norms.empty());
  EXPECT_TRUE(release->all_participants.empty());
}

TEST(Freeze, RefusesWhatTheFrameDoesNotHave) {
  Population population(plan(1, 30));
  population.input().scores.front().school_id = "nobody";
  const auto release = freeze(population.input());
  ASSERT_FALSE(release.ok());
  EXPECT_EQ(codes(release.problems()), "school_unknown");
}

TEST(Freeze, RefusesSchoolsAndScoresThatStandTwice) {
  Population population(plan(1, 30));
  population.input().scores.push_back(population.input().scores.front());
  population.input().frame.rows.push_back(population.input().frame.rows.front());
  EXPECT_EQ(codes(freeze(population.input()).problems()), "school_duplicate");
  population.input().frame.rows.pop_back();
  EXPECT_EQ(codes(freeze(population.input()).problems()), "school_duplicate");
}

TEST(Freeze, RefusesScoresOutsideTheRange) {
  for (const double score : {-0.5, 100.5, std::nan("")}) {
    Population population(plan(1, 30));
    population.input().scores.front().areas.front() = AreaValue{score, 0, 100};
    EXPECT_EQ(codes(freeze(population.input()).problems()), "score_out_of_range") << score;
  }
}

TEST(Freeze, RefusesBlocksThatAreTooSmall) {
  Population population(plan(1, 30));
  population.input().k = 4;
  EXPECT_EQ(codes(freeze(population.input()).problems()), "block_size_out_of_range");
}

TEST(Freeze, DoesNotUseScoresOfSchoolsThatDidNotAnswer) {
  Population population(plan(1, 60));
  auto& rows = population.input().frame.rows;
  rows.front().responded = false;
  const auto with = frozen(population.input());
  std::erase_if(population.input().scores,
                [&](const auto& s) { return s.school_id == rows.front().school_id; });
  EXPECT_EQ(release_json(with), release_json(frozen(population.input())));
}

RC_GTEST_PROP(FreezeProperty, SameInputSameBytesWhateverTheOrderOfRows, ()) {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000);
  Population population(plan(seed, *rc::gen::inRange(12, 45)));
  const auto first = freeze(population.input());
  RC_ASSERT(first.ok());
  base::Random random(seed);
  const auto shuffle = [&](auto& rows) {
    for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random.below(i)]);
  };
  shuffle(population.input().frame.rows);
  shuffle(population.input().scores);
  const auto second = freeze(population.input());
  RC_ASSERT(second.ok());
  RC_ASSERT(release_json(*first) == release_json(*second));
}

RC_GTEST_PROP(FreezeProperty, ReleasesAreReadBackAsTheyWere, ()) {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000);
  const auto release = freeze(Population(plan(seed, *rc::gen::inRange(5, 45))).input());
  RC_ASSERT(release.ok());
  const std::string bytes = release_json(*release);
  const auto again = read_release(bytes, "release.json");
  RC_ASSERT(again.ok());
  RC_ASSERT(release_json(*again) == bytes);
  RC_ASSERT(audit(*again, {}).empty());
  RC_ASSERT(compare_files(*again, files_of(*release)).empty());
}

}  // namespace
}  // namespace smm::benchmark
