// SPDX-License-Identifier: Apache-2.0
#include "report/pictures.hpp"

#include <gtest/gtest.h>

namespace smm::report {
namespace {

const PictureText mission_caption{"pic-mission", "Mission & more", "Your score is <61>."};

TEST(Pictures, AreNamedForWhoDoesNotSeeThem) {
  const std::string svg = band_picture(mission_caption, {.own = 61});
  EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"pic-mission-title pic-mission-desc\""),
            std::string::npos);
  EXPECT_NE(svg.find("<title id=\"pic-mission-title\">Mission &amp; more</title>"), std::string::npos);
  EXPECT_NE(svg.find("<desc id=\"pic-mission-desc\">Your score is &lt;61&gt;.</desc>"), std::string::npos);
}

TEST(Pictures, DrawTheFiveReleasedNumbersAndNothingElse) {
  const std::string svg =
      band_picture(mission_caption,
                   {.own = 61, .lower = {}, .upper = {}, .percentiles = {{10, 30, 50, 70, 90}}, .mean = 52});
  EXPECT_NE(svg.find("class=\"pic-wide\" x=\"40\""), std::string::npos);     // 10 + 3 * 10
  EXPECT_NE(svg.find("class=\"pic-middle\" x=\"100\""), std::string::npos);  // 10 + 3 * 30
  EXPECT_NE(svg.find("class=\"pic-median\" x1=\"160\""), std::string::npos);
  EXPECT_EQ(svg.find("pic-mean"), std::string::npos);  // the mean is not one of the five
}

TEST(Pictures, DrawAMeanWhereThereIsNoSpread) {
  const std::string svg =
      band_picture(mission_caption, {.own = {}, .lower = {}, .upper = {}, .percentiles = {}, .mean = 52});
  EXPECT_NE(svg.find("pic-mean"), std::string::npos);
  EXPECT_EQ(svg.find("pic-own"), std::string::npos);
}

TEST(Pictures, HaveNoBoundsWhereEverythingIsAnswered) {
  EXPECT_EQ(band_picture(mission_caption, {.own = 61, .lower = 61, .upper = 61}).find("pic-bounds"),
            std::string::npos);
  EXPECT_NE(band_picture(mission_caption, {.own = 61, .lower = 55, .upper = 70}).find("pic-bounds"),
            std::string::npos);
}

TEST(Pictures, PointAnArrowWhereTheChangeWent) {
  const std::string up = arrows_picture(mission_caption, {{"Mission", "40 to 60", 40, 60}});
  const std::string down = arrows_picture(mission_caption, {{"Mission", "60 to 40", 60, 40}});
  EXPECT_NE(up.find("class=\"pic-after\" d=\"M190 28l-7"), std::string::npos);
  EXPECT_NE(down.find("class=\"pic-after\" d=\"M130 28l7"), std::string::npos);
  EXPECT_EQ(arrows_picture(mission_caption, {{"Mission", "40 to 40", 40, 40}}).find("pic-after"),
            std::string::npos);
}

TEST(Pictures, GrowWithTheirRows) {
  EXPECT_NE(bars_picture(mission_caption, {{"A", "1", 1, {}, {}, {}}, {"B", "2", 2, {}, {}, {}}})
                .find("height=\"102\""),
            std::string::npos);
}

TEST(Pictures, RoundHalfAwayFromZero) {
  EXPECT_EQ(whole_points(60.5), 61);
  EXPECT_EQ(whole_points(60.49), 60);
}

}  // namespace
}  // namespace smm::report
