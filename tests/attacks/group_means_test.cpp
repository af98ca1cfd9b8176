// SPDX-License-Identifier: Apache-2.0
// T1 and T2 against the usual rules: what they are there to find.
#include "group_means.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "answer_search.hpp"
#include "elimination.hpp"

namespace smm::attacks {
namespace {

World eighty_three() {
  WorldSpec spec;
  spec.seed = 7;
  spec.answering = 83;
  return make_world(spec);
}

const Site& a_dean(const World& world) {
  const Round& round = world.rounds.front();
  return round.frame[static_cast<std::size_t>(round.units.front().sites.front())];
}

std::vector<GroupAnswers> filtered(Tool& tool, const World& world) {
  tool.publish(world);
  return ask(tool, world, 0, a_dean(world), all_filters(world.rounds.front(), "medicine"));
}

TEST(Elimination, FindsWhatDifferencesTell) {
  const Elimination solution = eliminate(3, {{{{0, 1}, {1, 1}, {2, 1}}, 500}, {{{0, 1}, {1, 1}}, 300}});
  ASSERT_EQ(solution.solved.size(), 1U);
  EXPECT_EQ(solution.solved[0].unknown, 2);
  EXPECT_EQ(solution.solved[0].quarter_points, 200);
  EXPECT_EQ(solution.rank, 2);
}

TEST(Elimination, ClaimsNothingOfContradictions) {
  const Elimination solution = eliminate(2, {{{{0, 1}}, 100}, {{{0, 2}}, 201}});
  EXPECT_TRUE(solution.contradictory);
  EXPECT_TRUE(solution.solved.empty());
}

// The measured failure of the usual rule: five or more schools in any group, five public filters.
TEST(T1, LosesThirtyOfEightyThreeSchoolsToAMinimumOfFive) {
  const World world = eighty_three();
  const auto answers = filtered(*minimum_size_tool(5), world);
  const Recovered recovered = recover_exactly(world.rounds.front(), 0, answers[0]);
  EXPECT_EQ(recovered.units, 83);
  EXPECT_GE(recovered.determined, 30);
  EXPECT_EQ(recovered.determined, recovered.claimed);
}

TEST(T1, FindsFewerAsGroupsGrow) {
  const World world = eighty_three();
  int before = 84;
  for (const int fewest : {5, 8, 15}) {
    const auto answers = filtered(*minimum_size_tool(fewest), world);
    const int determined = recover_exactly(world.rounds.front(), 0, answers[0]).determined;
    EXPECT_LT(determined, before) << fewest;
    before = determined;
  }
}

TEST(T2, SolvesForEverybodyFromRandomPeerSets) {
  const World world = eighty_three();
  const auto tool = minimum_size_tool(10);
  tool->publish(world);
  const auto questions = random_peer_sets(world.rounds.front(), "medicine", 400, 10, 1);
  const auto answers = ask(*tool, world, 0, a_dean(world), questions);
  EXPECT_EQ(recover_exactly(world.rounds.front(), 0, answers[0]).determined, 83);
}

// Every school's scores go to the next one: what the tool answers contradicts nothing, and is wrong but for
// schools that happen to score alike.
World shifted(const World& world) {
  World other = world;
  std::vector<Unit>& units = other.rounds.front().units;
  for (std::size_t i = 0; i < units.size(); ++i)
    units[i].values = world.rounds.front().units[(i + 1) % units.size()].values;
  return other;
}

TEST(T2, TakesLuckForNoDisclosure) {
  const World world = eighty_three();
  const World other = shifted(world);
  const auto tool = minimum_size_tool(10);
  tool->publish(other);
  const Finding finding = solved_from_answers(*tool, world, 150, 150);
  EXPECT_EQ(finding.found, 0);
  EXPECT_GT(finding.excused, 0);
}

TEST(T2, TakesWhatTheUsualRuleGivesAwayForDisclosure) {
  const World world = eighty_three();
  const auto tool = minimum_size_tool(5);
  tool->publish(world);
  const Finding finding = solved_from_answers(*tool, world, 150, 150);
  EXPECT_GE(finding.found, 30);
  EXPECT_EQ(finding.excused, 0);
}

TEST(T2, NarrowsRoundedMeansAndEstimatesThroughThem) {
  const World world = eighty_three();
  const Round& round = world.rounds.front();
  const auto tool = rounding_tool(10, 1);
  tool->publish(world);
  const auto questions = random_peer_sets(round, "medicine", 1000, 10, 1);
  const auto answers = ask(*tool, world, 0, a_dean(world), questions);
  EXPECT_EQ(recover_exactly(round, 0, answers[0]).determined, 0);
  EXPECT_LT(error_of_best_estimate(round, 0, answers[0], .3), 1.5);
  const auto ranges = ranges_when_rounded(round, 0, answers[0], .5);
  ASSERT_EQ(ranges.size(), 83U);
  for (const auto& [unit, range] : ranges) {
    EXPECT_LT(range.width(), 15);
    const double score = *round.units[static_cast<std::size_t>(unit)].values[0];
    EXPECT_TRUE(range.low <= score + 1e-6 && score <= range.high + 1e-6) << unit;
  }
}

}  // namespace
}  // namespace smm::attacks
