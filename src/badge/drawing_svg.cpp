// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "badge/drawing.hpp"

namespace smm::badge {
namespace {

std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

// One decimal: the eye sees no more, and the file is half as long.
std::string path_of(const Shape& shape) {
  std::string path;
  for (const Ring& ring : shape.rings) {
    char command = 'M';
    for (const Point& point : ring) {
      path += fmt::format("{}{:.1f} {:.1f}", command, point.x, point.y);
      command = 'L';
    }
    path += "Z";
  }
  return path;
}

}  // namespace

std::string to_svg(const Drawing& drawing, std::string_view title, std::string_view description) {
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" role=\"img\" "
      "aria-labelledby=\"badge-title badge-description\"><title id=\"badge-title\">{1}</title>"
      "<desc id=\"badge-description\">{2}</desc>\n",
      drawing.side, escaped_text(title), escaped_text(description));
  for (const Shape& shape : drawing.shapes)
    svg += fmt::format("<path fill=\"#{:02x}{:02x}{:02x}\" fill-rule=\"evenodd\" d=\"{}\"/>\n",
                       shape.color.red, shape.color.green, shape.color.blue, path_of(shape));
  return svg + "</svg>\n";
}

}  // namespace smm::badge
