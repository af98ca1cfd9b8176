// SPDX-License-Identifier: Apache-2.0
#include "badge/picture.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>
#include <iterator>

#include "badge/png_chunk.hpp"

namespace smm::badge {
namespace {

const Letters& shipped_letters() {
  static const Letters letters = [] {
    std::ifstream file("content/badge/letters.txt", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return Letters(text);
  }();
  return letters;
}

PictureWords words_of(const std::string& label) {
  return {"Badge <2026>", "A rosette", "Social Mission Metrics", "Participant", label};
}

TEST(Letters, AreCapitalsFiguresAndASpace) {
  EXPECT_EQ(shipped_letters().count(), 26u + 10u + 4u);
  for (const char c : std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")) {
    const auto letter = shipped_letters().of(std::string(1, c));
    ASSERT_EQ(letter.size(), 1u) << c;
    EXPECT_FALSE(letter[0].rings.empty()) << c;
  }
  EXPECT_EQ(shipped_letters().width("ab"), shipped_letters().width("AB"));
  EXPECT_EQ(shipped_letters().width("\xc3\xa9?"), 0);
  EXPECT_EQ(shipped_letters().of("O")[0].rings.size(), 2u) << "a hole";
}

TEST(Picture, SvgHasWordsForAReaderAndNoStyle) {
  const std::string svg = picture_svg(shipped_letters(), words_of("2026"));
  EXPECT_TRUE(svg.starts_with("<svg "));
  EXPECT_NE(svg.find("<title id=\"badge-title\">Badge &lt;2026&gt;</title>"), std::string::npos);
  EXPECT_EQ(svg.find("style"), std::string::npos);
  EXPECT_EQ(svg.find("nan"), std::string::npos);
}

TEST(Picture, TellsOneRoundFromAnother) {
  EXPECT_NE(picture_svg(shipped_letters(), words_of("2026")),
            picture_svg(shipped_letters(), words_of("2029")));
  EXPECT_EQ(picture_svg(shipped_letters(), words_of("2026")),
            picture_svg(shipped_letters(), words_of("2026")));
}

TEST(Picture, PngIsWhole) {
  const std::string png = picture_png(shipped_letters(), words_of("2026"));
  std::string types;
  EXPECT_TRUE(each_png_chunk(
      png, [&](std::string_view type, std::string_view) { types += std::string(type) + " "; }));
  EXPECT_EQ(types, "IHDR IDAT IEND ");
}

// The bytes of all pixels, four each, with the filter "Sub" undone.
std::string pixels_of(const std::string& png, std::size_t side) {
  std::string rows(side * (side * 4 + 1), '\0');
  each_png_chunk(png, [&](std::string_view type, std::string_view content) {
    uLongf size = rows.size();
    if (type == "IDAT")
      uncompress(reinterpret_cast<Bytef*>(rows.data()), &size, reinterpret_cast<const Bytef*>(content.data()),
                 content.size());
  });
  std::string pixels;
  for (std::size_t row = 0; row < side; ++row) {
    std::string line = rows.substr(row * (side * 4 + 1) + 1, side * 4);
    for (std::size_t i = 4; i < line.size(); ++i)
      line[i] =
          static_cast<char>(static_cast<unsigned char>(line[i]) + static_cast<unsigned char>(line[i - 4]));
    pixels += line;
  }
  return pixels;
}

// What a square covers has its color; what it covers by half is half transparent.
TEST(Drawing, PixelsAreCoveredByAsMuchAsLiesInThem) {
  const Ring square = {{1, 1}, {2.5, 1}, {2.5, 2}, {1, 2}};
  const Drawing drawing{4, {{{200, 100, 50}, {square}}}};
  const std::string clear(4, '\0'), full = "\xc8\x64\x32\xff", half = "\xc8\x64\x32\x80";
  const std::string empty_row = clear + clear + clear + clear;
  EXPECT_EQ(pixels_of(to_png(drawing, 4), 4),
            empty_row + clear + full + half + clear + empty_row + empty_row);
}

TEST(Drawing, AHoleIsAHoleAndLaterShapesLieAbove) {
  const Ring outer = {{0, 0}, {3, 0}, {3, 3}, {0, 3}}, inner = {{1, 1}, {2, 1}, {2, 2}, {1, 2}};
  const Drawing holed{3, {{{1, 2, 3}, {outer, inner}}}};
  EXPECT_EQ(pixels_of(to_png(holed, 3), 3).substr(16, 4), std::string(4, '\0'));
  const Drawing covered{3, {{{1, 2, 3}, {outer}}, {{4, 5, 6}, {inner}}}};
  EXPECT_EQ(pixels_of(to_png(covered, 3), 3).substr(12, 8), "\x01\x02\x03\xff\x04\x05\x06\xff");
}

TEST(Drawing, SvgHasThePointsOfTheRings) {
  const Drawing drawing{4, {{{200, 100, 50}, {{{1, 1}, {2.5, 1}, {2.5, 2}}}}}};
  EXPECT_NE(to_svg(drawing, "t", "d")
                .find("<path fill=\"#c86432\" fill-rule=\"evenodd\" d=\"M1.0 1.0L2.5 1.0L2.5 2.0Z\"/>"),
            std::string::npos);
}

}  // namespace
}  // namespace smm::badge
