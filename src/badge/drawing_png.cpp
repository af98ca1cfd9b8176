// SPDX-License-Identifier: Apache-2.0
// Fills shapes pixel by pixel. Each row of pixels is cut by several lines; what of a pixel lies between the
// crossings of a shape's edges with these lines is how much of it the shape covers.
#include <zlib.h>

#include <algorithm>
#include <cmath>

#include "badge/drawing.hpp"
#include "badge/png_chunk.hpp"
#include "base/assert.hpp"

namespace smm::badge {
namespace {

constexpr int lines_in_a_row = 8;

struct Pixel {
  double red = 0;  // not yet multiplied by alpha
  double green = 0;
  double blue = 0;
  double alpha = 0;
};

using PixelRow = std::vector<Pixel>;

// Where the line at `y` crosses the edges, from left to right. An edge counts with its upper end.
std::vector<double> crossings(const Shape& shape, double y) {
  std::vector<double> found;
  for (const Ring& ring : shape.rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point& a = ring[i];
      const Point& b = ring[(i + 1) % ring.size()];
      if ((a.y <= y) == (b.y <= y)) continue;
      found.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  }
  std::ranges::sort(found);
  return found;
}

// Adds to each pixel how much of it lies between `from` and `to`, in pixels.
void cover(std::vector<double>& covered, double from, double to, double weight) {
  from = std::max(from, 0.0);
  to = std::min(to, static_cast<double>(covered.size()));
  for (auto x = static_cast<std::size_t>(from); static_cast<double>(x) < to; ++x) {
    const double left = std::max(from, static_cast<double>(x));
    const double right = std::min(to, static_cast<double>(x) + 1);
    covered[x] += weight * (right - left);
  }
}

std::vector<double> coverage(const Shape& shape, std::uint32_t row, std::uint32_t pixels, double scale) {
  std::vector<double> covered(pixels, 0.0);
  for (int line = 0; line < lines_in_a_row; ++line) {
    const auto found = crossings(shape, (row + (line + 0.5) / lines_in_a_row) * scale);
    for (std::size_t i = 0; i + 1 < found.size(); i += 2)
      cover(covered, found[i] / scale, found[i + 1] / scale, 1.0 / lines_in_a_row);
  }
  return covered;
}

// Paints over what is there.
void paint(Pixel& pixel, const Color& color, double amount) {
  const double alpha = amount + pixel.alpha * (1 - amount);
  if (alpha <= 0) return;
  const auto mixed = [&](double above, double below) {
    return (above * amount + below * pixel.alpha * (1 - amount)) / alpha;
  };
  pixel = {mixed(color.red, pixel.red), mixed(color.green, pixel.green), mixed(color.blue, pixel.blue),
           alpha};
}

// Does any part of the shape lie in this row? Most shapes are small.
bool touches(const Shape& shape, double top, double bottom) {
  return std::ranges::any_of(shape.rings, [&](const Ring& ring) {
    const auto [low, high] = std::ranges::minmax(ring, {}, &Point::y);
    return low.y < bottom && high.y > top;
  });
}

PixelRow painted_row(const Drawing& drawing, std::uint32_t row, std::uint32_t pixels) {
  const double scale = drawing.side / pixels;
  PixelRow painted(pixels);
  for (const Shape& shape : drawing.shapes) {
    if (!touches(shape, row * scale, (row + 1) * scale)) continue;
    const auto covered = coverage(shape, row, pixels, scale);
    for (std::size_t x = 0; x < covered.size(); ++x)
      if (covered[x] > 0) paint(painted[x], shape.color, std::min(covered[x], 1.0));
  }
  return painted;
}

char byte_of(double value) {
  return static_cast<char>(static_cast<unsigned char>(std::lround(value)));
}

// A row as PNG's filter "Sub" wants it: each byte less the same byte of the pixel before it.
std::string filtered(const PixelRow& row) {
  std::string bytes(1, '\1');
  std::string before(4, '\0');
  for (const Pixel& pixel : row) {
    const std::string now = {byte_of(pixel.red), byte_of(pixel.green), byte_of(pixel.blue),
                             byte_of(pixel.alpha * 255)};
    for (std::size_t i = 0; i < now.size(); ++i)
      bytes += static_cast<char>(static_cast<unsigned char>(now[i]) - static_cast<unsigned char>(before[i]));
    before = now;
  }
  return bytes;
}

std::string deflated(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  const int result = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                               reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 9);
  SMM_ASSERT(result == Z_OK);
  out.resize(size);
  return out;
}

}  // namespace

std::string to_png(const Drawing& drawing, std::uint32_t pixels) {
  std::string bytes;
  for (std::uint32_t row = 0; row < pixels; ++row) bytes += filtered(painted_row(drawing, row, pixels));
  // 8 bits a channel, color with alpha (6), the usual compression and filters, not interlaced.
  const std::string header = big_endian(pixels) + big_endian(pixels) + std::string("\x08\x06\x00\x00\x00", 5);
  return std::string(png_signature) + png_chunk("IHDR", header) + png_chunk("IDAT", deflated(bytes)) +
         png_chunk("IEND", "");
}

}  // namespace smm::badge
