// SPDX-License-Identifier: Apache-2.0
// A drawing of filled shapes, from which the same picture comes as SVG and as PNG. Coordinates are units of
// the drawing's side, y grows downward. Internal to badge.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace smm::badge {

struct Point {
  double x = 0;
  double y = 0;
};

using Ring = std::vector<Point>;

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

// Filled by the even-odd rule: a ring within a ring is a hole.
struct Shape {
  Color color;
  std::vector<Ring> rings;
};

struct Drawing {
  double side = 0;
  std::vector<Shape> shapes;  // later ones above earlier ones
};

// `title` and `description` are what a reader without eyes gets.
std::string to_svg(const Drawing& drawing, std::string_view title, std::string_view description);

// So many pixels wide and high, transparent where nothing is drawn; 8 bits of red, green, blue and alpha.
std::string to_png(const Drawing& drawing, std::uint32_t pixels);

}  // namespace smm::badge
