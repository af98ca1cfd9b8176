// SPDX-License-Identifier: Apache-2.0
// Pictures as SVG, made of whole points only: what is drawn is what the words beside it say, and a coordinate
// tells nothing that a table does not. One text serves a page, a printed page and a mail.
//
// Each picture has a title and a description for whoever does not see it, and stands beside a table with the
// same figures. Shapes differ and not only shades, so that a picture is read in gray; shapes take the color
// of the text around them and have classes ("pic-own") for style sheets that want more. No style attributes:
// strict content policies forbid them. Ids of a page's pictures have to differ: their title and description
// are found by them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace smm::report {

// Rounded half away from zero.
int whole_points(double value);

struct PictureText {
  std::string id;  // letters, digits and hyphens
  std::string title;
  std::string description;
};

// One school on the distribution of a profession. All in points from 0 to 100.
struct BandPicture {
  std::optional<int> own = std::nullopt;
  std::optional<int> lower = std::nullopt;  // of the own score
  std::optional<int> upper = std::nullopt;
  std::optional<std::array<int, 5>> percentiles =
      std::nullopt;  // P10, P25, P50, P75, P90 as they were released
  std::optional<int> mean = std::nullopt;
};
std::string band_picture(const PictureText& text, const BandPicture& picture);

// One bar for each domain, with its bounds and the profession's mean.
struct BarRow {
  std::string label;
  std::string figure;  // "61", or why there is none
  std::optional<int> own;
  std::optional<int> lower;
  std::optional<int> upper;
  std::optional<int> mean;
};
std::string bars_picture(const PictureText& text, const std::vector<BarRow>& rows);

// From an earlier value to a later one.
struct ArrowRow {
  std::string label;
  std::string figure;  // "52 to 58"
  int before = 0;
  int after = 0;
};
std::string arrows_picture(const PictureText& text, const std::vector<ArrowRow>& rows);

}  // namespace smm::report
