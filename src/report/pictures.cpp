// SPDX-License-Identifier: Apache-2.0
#include "report/pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/html.hpp"

namespace smm::report {
namespace {

constexpr int left_edge = 10;
constexpr int unit = 3;  // of the picture for each point
constexpr int picture_width = left_edge * 2 + unit * 100;

int at(int points) {
  return left_edge + unit * std::clamp(points, 0, 100);
}

std::string open_picture(const PictureText& text, int height) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pic\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\" role=\"img\" aria-labelledby=\"{2}-title {2}-desc\" fill=\"currentColor\" "
      "font-family=\"sans-serif\" font-size=\"12\"><title id=\"{2}-title\">{3}</title>"
      "<desc id=\"{2}-desc\">{4}</desc>",
      picture_width, height, text.id, render::escape_html(text.title), render::escape_html(text.description));
}

std::string track(int y) {
  return fmt::format(
      "<line class=\"pic-track\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"currentColor\" "
      "stroke-opacity=\".35\"/>",
      at(0), y, at(100), y);
}

std::string block(const char* name, int from, int to, int y, int height, const char* opacity) {
  return fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill-opacity=\"{}\"/>",
                     name, at(from), y, std::max(1, at(to) - at(from)), height, opacity);
}

std::string upright(const char* name, int points, int top, int bottom) {
  return fmt::format(
      "<line class=\"{0}\" x1=\"{1}\" y1=\"{2}\" x2=\"{1}\" y2=\"{3}\" stroke=\"currentColor\" "
      "stroke-width=\"2\"/>",
      name, at(points), top, bottom);
}

// The profession's mean: a diamond, which nothing else is.
std::string diamond(int points, int y) {
  return fmt::format(
      "<path class=\"pic-mean\" d=\"M{0} {1}l5 5l-5 5l-5 -5z\" fill=\"#fff\" stroke=\"currentColor\" "
      "stroke-width=\"1.5\"/>",
      at(points), y - 5);
}

std::string whisker(int from, int to, int y) {
  return fmt::format(
      "<path class=\"pic-bounds\" d=\"M{0} {2}v6m0 -3H{1}m0 -3v6\" fill=\"none\" stroke=\"currentColor\" "
      "stroke-width=\"1.5\"/>",
      at(from), at(to), y - 3);
}

std::string label(int x, int y, const char* anchor, const char* name, const std::string& words) {
  return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", name, x, y, anchor,
                     render::escape_html(words));
}

std::string scale(int y) {
  std::string svg;
  for (const int points : {0, 25, 50, 75, 100})
    svg += label(at(points), y,
                 points == 0     ? "start"
                 : points == 100 ? "end"
                                 : "middle",
                 "pic-scale", std::to_string(points));
  return svg;
}

std::string distribution(const std::array<int, 5>& percentiles) {
  return block("pic-wide", percentiles[0], percentiles[4], 26, 16, ".14") +
         block("pic-middle", percentiles[1], percentiles[3], 26, 16, ".28") +
         upright("pic-median", percentiles[2], 26, 42);
}

std::string heading_of_row(const std::string& words, const std::string& figure, int y) {
  return label(at(0), y, "start", "pic-label", words) + label(at(100), y, "end", "pic-figure", figure);
}

constexpr int row_height = 42;

std::string bar_row(const BarRow& row, int top) {
  std::string svg = heading_of_row(row.label, row.figure, top + 14) + track(top + 28);
  if (row.own) svg += block("pic-own", 0, *row.own, top + 23, 10, ".75");
  if (row.lower && row.upper && row.lower != row.upper) svg += whisker(*row.lower, *row.upper, top + 28);
  if (row.mean) svg += diamond(*row.mean, top + 28);
  return svg;
}

std::string arrow_row(const ArrowRow& row, int top) {
  std::string svg = heading_of_row(row.label, row.figure, top + 14) + track(top + 28);
  const int from = at(row.before);
  const int to = at(row.after);
  svg += fmt::format(
      "<circle class=\"pic-before\" cx=\"{}\" cy=\"{}\" r=\"4\" fill=\"#fff\" stroke=\"currentColor\" "
      "stroke-width=\"1.5\"/>",
      from, top + 28);
  if (from == to) return svg;
  const int point = to > from ? -7 : 7;
  svg += fmt::format(
      "<path class=\"pic-change\" d=\"M{} {}H{}\" fill=\"none\" stroke=\"currentColor\" "
      "stroke-width=\"2\"/><path class=\"pic-after\" d=\"M{} {}l{} -5v10z\"/>",
      from + (to > from ? 4 : -4), top + 28, to + point, to, top + 28, point);
  return svg;
}

template <class Row>
std::string picture_of_rows(const PictureText& text, const std::vector<Row>& rows,
                            std::string (*draw)(const Row&, int)) {
  const int height = row_height * static_cast<int>(rows.size()) + 18;
  std::string svg = open_picture(text, height);
  int top = 0;
  for (const Row& row : rows) {
    svg += draw(row, top);
    top += row_height;
  }
  return svg + scale(height - 3) + "</svg>";
}

}  // namespace

int whole_points(double value) {
  return static_cast<int>(std::lround(value));
}

std::string band_picture(const PictureText& text, const BandPicture& picture) {
  std::string svg = open_picture(text, 62);
  if (picture.percentiles) svg += distribution(*picture.percentiles);
  svg += track(34);
  if (picture.mean && !picture.percentiles) svg += diamond(*picture.mean, 34);
  if (picture.lower && picture.upper && picture.lower != picture.upper)
    svg += whisker(*picture.lower, *picture.upper, 34);
  if (picture.own) {
    svg += fmt::format(
        "<circle class=\"pic-own\" cx=\"{}\" cy=\"34\" r=\"6\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
        at(*picture.own));
    svg += label(std::clamp(at(*picture.own), 20, picture_width - 20), 18, "middle", "pic-figure",
                 std::to_string(*picture.own));
  }
  return svg + scale(59) + "</svg>";
}

std::string bars_picture(const PictureText& text, const std::vector<BarRow>& rows) {
  return picture_of_rows(text, rows, bar_row);
}

std::string arrows_picture(const PictureText& text, const std::vector<ArrowRow>& rows) {
  return picture_of_rows(text, rows, arrow_row);
}

}  // namespace smm::report
