// SPDX-License-Identifier: Apache-2.0
#include "benchmark/comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "benchmark/area_tables.hpp"
#include "benchmark/freeze.hpp"
#include "benchmark/norms.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/standing.hpp"
#include "benchmark_populations.hpp"

namespace smm::benchmark {
namespace {

using test_support::Population;
using test_support::PopulationPlan;

PopulationPlan sixty() {
  PopulationPlan plan;
  plan.seed = 7;
  plan.frame = 60;
  return plan;
}

CompareInput question(const FreezeInput& input, std::size_t school) {
  return {input.scores[school].school_id, {input.scores[school]}, std::nullopt};
}

std::string code_of(const base::Problems& problems) {
  return std::string(problems.front().code);
}

// The picks' share of each block times the midpoint of its bin, worked out from the table's rows.
TEST(Comparison, PeersAreWeightedByWhereThePicksAre) {
  const Population population(sixty());
  const auto release = freeze(population.input());
  ASSERT_TRUE(release.ok());
  CompareInput ask = question(population.input(), 0);
  PeerChoice choice;
  for (std::size_t i = 1; i <= 12; ++i) choice.school_ids.push_back(population.input().scores[i].school_id);
  ask.peers = choice;
  const auto answer = compare(*release, ask);
  ASSERT_TRUE(answer.ok());
  double expected = 0;
  const std::string area = (*release)->outline.areas.front();
  for (const PlacedRow& placed : (*release)->frame) {
    if (std::ranges::find(choice.school_ids, placed.row.school_id) == choice.school_ids.end()) continue;
    for (const BinRow& row : (*release)->professions.front().table)
      if (row.area == area && row.block == placed.block) expected += (row.low + row.high) / 2 / 12;
  }
  const ComparedRow& first = (*answer)[0]->rows[0];
  ASSERT_TRUE(first.peers.has_value());
  EXPECT_NEAR(first.peers->mean, expected, 0.005);
  EXPECT_EQ(first.peers->picks, 12);
}

TEST(Comparison, FewerThanTenPeersAreRefused) {
  const Population population(sixty());
  CompareInput ask = question(population.input(), 0);
  PeerChoice choice;
  for (std::size_t i = 0; i <= 9; ++i) choice.school_ids.push_back(population.input().scores[i].school_id);
  ask.peers = choice;  // ten with its own, which does not count
  EXPECT_EQ(code_of(compare(*freeze(population.input()), ask).problems()), "too_few_peers");
}

TEST(Comparison, PicksInOneBlockGetTheProfessionOnly) {
  PopulationPlan plan = sixty();
  plan.frame = 90;
  const Population population(plan);
  FreezeInput input = population.input();
  input.k = 20;
  const auto release = freeze(input);
  ASSERT_TRUE(release.ok());
  std::map<std::string, std::vector<std::string>> members;
  for (const PlacedRow& placed : (*release)->frame) members[placed.block].push_back(placed.row.school_id);
  const auto& block = members.begin()->second;
  CompareInput ask = question(input, 0);
  for (const auto& sheet : input.scores)
    if (sheet.school_id == block.front()) ask = {block.front(), {sheet}, std::nullopt};
  ask.peers = PeerChoice{{block.begin() + 1, block.begin() + 13}, {}};
  const auto answer = compare(*release, ask);
  ASSERT_TRUE(answer.ok());
  for (const ComparedRow& row : (*answer)[0]->rows) {
    EXPECT_FALSE(row.peers.has_value()) << row.id;
    EXPECT_TRUE(row.mean.has_value()) << row.id;
    EXPECT_EQ(row.reasons.back(), "one_block");
  }
}

TEST(Comparison, WhoGivesLessThanHalfGetsNothing) {
  const Population population(sixty());
  CompareInput ask = question(population.input(), 0);
  for (std::size_t area = 0; area < 3; ++area) ask.own.front().areas[area].reset();
  EXPECT_EQ(code_of(compare(*freeze(population.input()), ask).problems()), "give_to_get");
}

TEST(Comparison, OnlyParticipantsCompare) {
  Population population(sixty());
  population.input().frame.rows.front().responded = false;
  const auto release = freeze(population.input());
  EXPECT_EQ(code_of(compare(*release, question(population.input(), 0)).problems()), "not_a_participant");
  EXPECT_EQ(code_of(compare(*release, {"nobody", {}, std::nullopt}).problems()), "school_unknown");
}

TEST(Comparison, FiltersAreReadOrNamed) {
  const auto choice = read_peer_filter("control=public;division=South Atlantic");
  ASSERT_TRUE(choice.ok());
  EXPECT_EQ(choice->conditions.size(), 2U);
  for (const char* bad : {"", "control", "control=", "score=50"})
    EXPECT_EQ(code_of(read_peer_filter(bad).problems()), "peer_filter_unreadable") << bad;
}

// The worked example of docs/methods/comparison.md.
TEST(PercentileBands, AreLookedUpAndWidenWhereEndsAreHidden) {
  using Side = ShownPoints::Side;
  const Percentiles shown = {
      {{Side::under, 10}, {Side::at, 31}, {Side::at, 52}, {Side::at, 70}, {Side::over, 90}}};
  const auto band = [&](double own) {
    const PercentileBand found = band_of(own, shown);
    return std::to_string(found.above) + "-" + std::to_string(found.below);
  };
  EXPECT_EQ(band(60), "50-75");
  EXPECT_EQ(band(31), "25-50");
  EXPECT_EQ(band(12), "10-25");
  EXPECT_EQ(band(4), "0-25");
  EXPECT_EQ(band(88), "75-90");
  EXPECT_EQ(band(96), "75-100");
}

// Unions of blocks: a group's norm is the weighted mean of the midpoints of exactly its blocks.
TEST(Norms, AreWeightedMeansOfBins) {
  const Population population(sixty());
  const auto release = freeze(population.input());
  const auto rows = rows_of((*release)->frame);
  const auto blocks = blocks_of(**release, rows, 0);
  const auto& medicine = (*release)->professions.front();
  for (const NormRow& norm : medicine.norms) {
    if (norm.group != "all" || norm.level != NormLevel::area) continue;
    double sum = 0;
    double weight = 0;
    for (const BinRow& row : medicine.table) {
      if (row.area != norm.id) continue;
      const auto joined = blocks.joined(row.block);
      ASSERT_TRUE(joined.has_value());
      for (const std::size_t b : *joined) {
        sum += blocks.blocks[b].in_frame * (row.low + row.high) / 2;
        weight += blocks.blocks[b].in_frame;
      }
    }
    ASSERT_TRUE(norm.mean.has_value());
    EXPECT_NEAR(*norm.mean, sum / weight, 0.0051) << norm.id;
  }
}

}  // namespace
}  // namespace smm::benchmark
