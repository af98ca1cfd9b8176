// SPDX-License-Identifier: Apache-2.0
#include "report/response_map.hpp"

#include <gtest/gtest.h>

namespace smm::report {
namespace {

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(ResponseMap, HasATileForEveryStateTheDistrictAndPuertoRico) {
  const std::string svg = response_map({}, "m", "Title", "Text");
  EXPECT_EQ(occurrences(svg, "<rect"), 52u);
  EXPECT_EQ(occurrences(svg, "map-none"), 52u);
  EXPECT_TRUE(has_tile("PR"));
  EXPECT_FALSE(has_tile("GU"));
}

TEST(ResponseMap, WritesTheNumbersOnTheTile) {
  const std::string svg = response_map({{"OH", 6, 1}, {"CA", 4, 3}}, "m", "A & B", "Text");
  EXPECT_NE(svg.find(R"(<g class="map-tile map-0">)"), std::string::npos);
  EXPECT_NE(svg.find(">1/6</text>"), std::string::npos);
  EXPECT_NE(svg.find(R"(<g class="map-tile map-3">)"), std::string::npos);
  EXPECT_NE(svg.find("<title id=\"m-title\">A &amp; B</title>"), std::string::npos);
}

TEST(ResponseMap, PartsAtTheQuarters) {
  EXPECT_EQ(response_band({"OH", 0, 0}), -1);
  EXPECT_EQ(response_band({"OH", 4, 0}), 0);
  EXPECT_EQ(response_band({"OH", 4, 1}), 1);
  EXPECT_EQ(response_band({"OH", 4, 2}), 2);
  EXPECT_EQ(response_band({"OH", 4, 3}), 3);
  EXPECT_EQ(response_band({"OH", 4, 4}), 3);
}

}  // namespace
}  // namespace smm::report
