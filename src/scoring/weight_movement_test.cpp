// SPDX-License-Identifier: Apache-2.0
#include "scoring/weight_movement.hpp"

#include <gtest/gtest.h>

namespace smm::scoring {
namespace {

WeighedScore weighed(const std::string& school, const std::string& level, const std::string& id,
                     std::optional<double> score) {
  return {school, "md", level, id, score};
}

// The worked example of docs/methods/weight-sets.md.
TEST(ScoreMovement, SummarizesEachLevel) {
  const std::vector<WeighedScore> overall = {weighed("S1", "area", "mission", 60),
                                             weighed("S1", "area", "leadership", 40),
                                             weighed("S1", "domain", "governance", 50),
                                             weighed("S2", "area", "mission", 80),
                                             weighed("S2", "area", "leadership", std::nullopt),
                                             weighed("S2", "domain", "governance", 80)};
  std::vector<WeighedScore> deans = overall;
  deans[0].score = 66;
  deans[1].score = 37;
  deans[2].score = 51;
  deans[4].score = 10;
  const auto movements = score_movements(overall, "deans", deans);
  ASSERT_EQ(movements.size(), 2u);
  EXPECT_EQ(movements[0].group, "deans");
  EXPECT_EQ(movements[0].level, "area");
  EXPECT_EQ(movements[0].compared, 3u);
  EXPECT_EQ(movements[0].state_changed, 1u);
  EXPECT_DOUBLE_EQ(*movements[0].mean_absolute, 3);
  EXPECT_DOUBLE_EQ(*movements[0].max_absolute, 6);
  EXPECT_EQ(movements[0].moved_most->id, "mission");
  EXPECT_EQ(movements[0].moved_most->school_id, "S1");
  EXPECT_EQ(movements[1].level, "domain");
  EXPECT_EQ(movements[1].compared, 2u);
  EXPECT_DOUBLE_EQ(*movements[1].mean_absolute, 0.5);
  EXPECT_DOUBLE_EQ(*movements[1].max_absolute, 1);
}

TEST(ScoreMovement, NothingComparedHasNoFigure) {
  const std::vector<WeighedScore> none = {weighed("S1", "area", "mission", std::nullopt)};
  const auto movements = score_movements(none, "deans", none);
  ASSERT_EQ(movements.size(), 1u);
  EXPECT_EQ(movements[0].compared, 0u);
  EXPECT_EQ(movements[0].state_changed, 0u);
  EXPECT_FALSE(movements[0].mean_absolute.has_value());
  EXPECT_FALSE(movements[0].moved_most.has_value());
}

TEST(ScoreMovement, TheSameScoresDoNotMove) {
  const std::vector<WeighedScore> scores = {weighed("S1", "area", "mission", 60)};
  const auto movements = score_movements(scores, "deans", scores);
  EXPECT_EQ(*movements[0].max_absolute, 0);
}

TEST(ScoreMovementDeathTest, SheetsOfDifferentShapeAreABrokenBelief) {
  EXPECT_DEATH(
      score_movements({weighed("S1", "area", "mission", 1)}, "g", {weighed("S1", "area", "research", 1)}),
      "same_subject");
}

}  // namespace
}  // namespace smm::scoring
