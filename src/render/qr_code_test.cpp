// SPDX-License-Identifier: Apache-2.0
#include "render/qr_code.hpp"

#include <gtest/gtest.h>

namespace smm::render {
namespace {

// The first row of a version 1 code: finder pattern, whatever the text, finder pattern.
TEST(QrCode, IsAPictureWithATitleAndNoStyle) {
  const std::string svg = qr_code_svg("HELLO", "Code <for> you");
  EXPECT_TRUE(svg.starts_with("<svg ")) << svg;
  EXPECT_NE(svg.find("<title>Code &lt;for&gt; you</title>"), std::string::npos);
  EXPECT_NE(svg.find("viewBox=\"0 0 29 29\""), std::string::npos);  // 21 modules and the quiet zone
  EXPECT_NE(svg.find("d=\"M4 4h7v1H4z"), std::string::npos);
  EXPECT_NE(svg.find("M18 4h7v1H18z"), std::string::npos);
  EXPECT_EQ(svg.find("style="), std::string::npos);
}

TEST(QrCode, GrowsWithItsText) {
  const std::string svg = qr_code_svg(std::string(300, 'x'), "t");
  EXPECT_NE(svg.find("viewBox=\"0 0 77 77\""), std::string::npos) << svg.substr(0, 200);
  EXPECT_EQ(svg, qr_code_svg(std::string(300, 'x'), "t"));
}

}  // namespace
}  // namespace smm::render
