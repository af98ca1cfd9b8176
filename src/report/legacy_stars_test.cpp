// SPDX-License-Identifier: Apache-2.0
#include "report/legacy_stars.hpp"

#include <gtest/gtest.h>

namespace smm::report {
namespace {

// The worked example of docs/methods/legacy-stars.md: the bands of docs/methods/comparison.md and their
// quarters.
TEST(LegacyStars, AreTheQuarterThatTheBandLiesIn) {
  EXPECT_EQ(legacy_quarter({50, 75}), 3);
  EXPECT_EQ(legacy_quarter({25, 50}), 2);
  EXPECT_EQ(legacy_quarter({10, 25}), 1);
  EXPECT_EQ(legacy_quarter({0, 25}), 1);
  EXPECT_EQ(legacy_quarter({0, 10}), 1);
  EXPECT_EQ(legacy_quarter({75, 90}), 4);
  EXPECT_EQ(legacy_quarter({75, 100}), 4);
  EXPECT_EQ(legacy_quarter({90, 100}), 4);
}

TEST(LegacyStars, AreNotGuessedWhereTheBandIsWider) {
  EXPECT_EQ(legacy_quarter({0, 50}), std::nullopt);
  EXPECT_EQ(legacy_quarter({50, 90}), std::nullopt);
  EXPECT_EQ(legacy_quarter({50, 100}), std::nullopt);
  EXPECT_EQ(legacy_quarter({0, 100}), std::nullopt);
}

ReportStanding standing(benchmark::NormLevel level, const std::string& id,
                        std::optional<benchmark::PercentileBand> band) {
  ReportStanding made;
  made.level = level;
  made.id = id;
  made.beside = benchmark::ComparedRow{};
  made.beside->percentile = band;
  return made;
}

TEST(LegacyStars, StandForDomainsAndAreasWhereTheRoundAsked) {
  SchoolReport report;
  report.overall = standing(benchmark::NormLevel::overall, "overall", benchmark::PercentileBand{75, 90});
  report.domains = {standing(benchmark::NormLevel::domain, "culture", benchmark::PercentileBand{50, 75})};
  report.areas.resize(2);
  report.areas[0].standing =
      standing(benchmark::NormLevel::area, "climate", benchmark::PercentileBand{0, 50});
  report.areas[1].standing = standing(benchmark::NormLevel::area, "mission", std::nullopt);
  EXPECT_TRUE(legacy_rows(report).empty());
  report.round.legacy_stars = true;
  const auto rows = legacy_rows(report);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].standing->id, "culture");
  EXPECT_EQ(rows[0].quarter, 3);
  EXPECT_EQ(rows[1].standing->id, "climate");
  EXPECT_EQ(rows[1].quarter, std::nullopt);
}

}  // namespace
}  // namespace smm::report
