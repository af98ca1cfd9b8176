// SPDX-License-Identifier: Apache-2.0
#include "badge/baked.hpp"

#include <gtest/gtest.h>

#include "badge/drawing.hpp"
#include "badge/sample_badge_test.hpp"

namespace smm::badge {
namespace {

const Drawing small_drawing{4, {{{200, 100, 50}, {{{1, 1}, {3, 1}, {3, 3}}}}}};

TEST(Baked, ComesOutOfSvgAndPngAsItWentIn) {
  const std::string json = credential_json(sample::badge());
  const std::string svg = baked_svg(to_svg(small_drawing, "t", "d"), json);
  EXPECT_NE(svg.find("xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\""), std::string::npos);
  ASSERT_TRUE(unbaked(svg));
  EXPECT_EQ(*unbaked(svg), json);
  const std::string png = baked_png(to_png(small_drawing, 4), json);
  ASSERT_TRUE(unbaked(png));
  EXPECT_EQ(*unbaked(png), json);
  EXPECT_EQ(*unbaked("\n" + json), json);
}

TEST(Baked, ReadsWhatOtherBakersWrite) {
  const auto found = unbaked(
      "<?xml version=\"1.0\"?><svg><openbadges:credential verify=\"x\">{&quot;a&quot;: &lt;&amp;}"
      "</openbadges:credential></svg>");
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, "{\"a\": <&}");
}

TEST(Baked, APictureWithoutABadgeIsAProblem) {
  const std::string json = credential_json(sample::badge());
  std::string damaged = baked_png(to_png(small_drawing, 4), json);
  damaged[80] = static_cast<char>(damaged[80] ^ 1);
  const std::string baked = baked_png(to_png(small_drawing, 4), json);
  for (const std::string& file :
       {to_svg(small_drawing, "t", "d"), to_png(small_drawing, 4), damaged, baked.substr(0, baked.size() - 3),
        std::string("<svg><openbadges:credential>"), std::string("<svg><openbadges:credential><![CDATA[{"),
        std::string(" \n"), std::string()})
    EXPECT_FALSE(unbaked(file)) << file.substr(0, 60);
}

}  // namespace
}  // namespace smm::badge
