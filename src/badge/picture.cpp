// SPDX-License-Identifier: Apache-2.0
#include "badge/picture.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace smm::badge {
namespace {

constexpr double side = 600;
constexpr double middle = side / 2;
constexpr double turn = 2 * std::numbers::pi;

constexpr Color night{9, 47, 56};
constexpr Color deep{13, 70, 81};
constexpr Color paper{250, 246, 235};
constexpr Color gold{242, 192, 78};
// Told apart in gray as well as in color.
constexpr Color petals[] = {{31, 122, 116}, {240, 150, 60}, {60, 90, 160},
                            {200, 72, 104}, {124, 164, 66}, {112, 70, 140}};

// At an angle from the top, clockwise.
Point around(double radius, double angle) {
  return {middle + radius * std::sin(angle), middle - radius * std::cos(angle)};
}

Ring round_ring(int points, const std::function<double(double angle)>& radius) {
  Ring ring;
  for (int i = 0; i < points; ++i) {
    const double angle = turn * i / points;
    ring.push_back(around(radius(angle), angle));
  }
  return ring;
}

Shape disc(Color color, double radius) {
  return {color, {round_ring(180, [=](double) { return radius; })}};
}

Shape rosette(Color color, double radius, double depth) {
  return {color, {round_ring(480, [=](double angle) { return radius + depth * std::cos(30 * angle); })}};
}

// From the middle outwards, widest at two thirds.
Shape petal(Color color, double angle, double from, double to, double width) {
  Ring ring;
  constexpr int steps = 40;
  for (int i = 0; i <= 2 * steps; ++i) {
    const double along = i <= steps ? i / double(steps) : 2 - i / double(steps);
    const double swing = width * std::pow(std::sin(std::numbers::pi * std::pow(along, 1.35)), 0.9);
    const double radius = from + (to - from) * along;
    ring.push_back(around(radius, angle + (i <= steps ? 1 : -1) * swing / std::max(radius, 60.0)));
  }
  return {color, {ring}};
}

// A letter of this size with its foot at a place, leaning to the right by an angle.
void add_letter(Drawing& drawing, Color color, const Letter& letter, double size, Point foot, double lean) {
  Shape shape{color, {}};
  for (const Ring& ring : letter.rings) {
    Ring placed;
    for (const Point& point : ring) {
      const double x = (point.x - letter.width / 2) * size / 1000, y = point.y * size / 1000;
      placed.push_back({foot.x + x * std::cos(lean) - y * std::sin(lean),
                        foot.y + x * std::sin(lean) + y * std::cos(lean)});
    }
    shape.rings.push_back(std::move(placed));
  }
  if (!shape.rings.empty()) drawing.shapes.push_back(std::move(shape));
}

// Letters along a circle; upright at the top, or at the bottom when `below`.
void add_rim(Drawing& drawing, const Letters& letters, std::string_view words, bool below) {
  constexpr double size = 44, gap = 5;
  const double baseline = below ? 242 : 207;
  const auto found = letters.of(words);
  double length = -gap;
  for (const Letter& letter : found) length += letter.width * size / 1000 + gap;
  const double sense = below ? -1 : 1;
  double at = -length / 2;
  for (const Letter& letter : found) {
    const double width = letter.width * size / 1000;
    // Where the rim is read from below, angles run the other way and letters stand on the outer side.
    const double angle = (below ? turn / 2 : 0) + sense * (at + width / 2) / (baseline + sense * size * 0.36);
    add_letter(drawing, gold, letter, size, around(baseline, angle), below ? angle - turn / 2 : angle);
    at += width + gap;
  }
}

// Between the words along the rim.
Shape dot(double angle) {
  const Point center = around(226, angle);
  Ring ring;
  for (int i = 0; i < 40; ++i)
    ring.push_back({center.x + 8 * std::sin(turn * i / 40), center.y + 8 * std::cos(turn * i / 40)});
  return {gold, {ring}};
}

void add_label(Drawing& drawing, const Letters& letters, std::string_view label) {
  const double whole = letters.width(label);
  if (whole <= 0) return;
  const double size = std::min(48.0, 112.0 * 1000 / whole);
  double x = middle - whole * size / 2000;
  const double baseline = middle + size * 0.36;
  for (const Letter& letter : letters.of(label)) {
    const double width = letter.width * size / 1000;
    add_letter(drawing, night, letter, size, {x + width / 2, baseline}, 0);
    x += width;
  }
}

void add_flower(Drawing& drawing) {
  constexpr double sixth = turn / 6;
  for (int i = 0; i < 6; ++i) {
    drawing.shapes.push_back(petal(petals[i], sixth * i, 58, 176, 46));
    drawing.shapes.push_back(petal(paper, sixth * i, 92, 158, 5));
    drawing.shapes.push_back(petal(night, sixth * (i + 0.5), 96, 150, 7));
  }
  drawing.shapes.push_back(disc(night, 72));
  drawing.shapes.push_back(disc(gold, 68));
  drawing.shapes.push_back(disc(paper, 64));
}

Drawing drawn(const Letters& letters, const PictureWords& words) {
  Drawing drawing{side, {}};
  drawing.shapes = {rosette(night, 288, 9), disc(gold, 272), disc(night, 267),
                    disc(deep, 262),        disc(gold, 190), disc(paper, 186)};
  add_rim(drawing, letters, words.top, false);
  add_rim(drawing, letters, words.bottom, true);
  for (const double angle : {0.315, 0.685}) drawing.shapes.push_back(dot(turn * angle));
  add_flower(drawing);
  return drawing;
}

}  // namespace

std::string picture_svg(const Letters& letters, const PictureWords& words) {
  Drawing drawing = drawn(letters, words);
  add_label(drawing, letters, words.label);
  return to_svg(drawing, words.title, words.description);
}

std::string picture_png(const Letters& letters, const PictureWords& words) {
  Drawing drawing = drawn(letters, words);
  add_label(drawing, letters, words.label);
  return to_png(drawing, picture_pixels);
}

}  // namespace smm::badge
