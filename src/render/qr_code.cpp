// SPDX-License-Identifier: Apache-2.0
#include "render/qr_code.hpp"

#include <qrencode.h>

#include <memory>

#include "base/assert.hpp"
#include "render/html.hpp"

namespace smm::render {
namespace {

constexpr int quiet_zone = 4;

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code encoded(const std::string& text) {
  Code code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  SMM_ASSERT(code != nullptr);
  return code;
}

// Runs of dark modules, row by row, as rectangles one module high.
std::string dark_path(const QRcode& code) {
  const auto is_dark = [&](int x, int y) { return (code.data[y * code.width + x] & 1) != 0; };
  std::string path;
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width; ++x) {
      if (!is_dark(x, y)) continue;
      const int begin = x;
      while (x < code.width && is_dark(x, y)) ++x;
      path += "M" + std::to_string(begin + quiet_zone) + " " + std::to_string(y + quiet_zone) + "h" +
              std::to_string(x - begin) + "v1H" + std::to_string(begin + quiet_zone) + "z";
    }
  }
  return path;
}

}  // namespace

std::string qr_code_svg(const std::string& text, std::string_view title) {
  const Code code = encoded(text);
  const std::string side = std::to_string(code->width + 2 * quiet_zone);
  return "<svg class=\"qr-code\" xmlns=\"http://www.w3.org/2000/svg\" width=\"220\" height=\"220\" "
         "viewBox=\"0 0 " +
         side + " " + side + "\" role=\"img\" shape-rendering=\"crispEdges\"><title>" + escape_html(title) +
         "</title><rect width=\"" + side + "\" height=\"" + side +
         "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + dark_path(*code) + "\"/></svg>";
}

}  // namespace smm::render
