// SPDX-License-Identifier: Apache-2.0
#include "badge/png_chunk.hpp"

#include <zlib.h>

namespace smm::badge {
namespace {

std::uint32_t check_sum(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (const char byte : bytes.substr(at, 4)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace

std::string big_endian(std::uint32_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xff);
  return bytes;
}

std::string png_chunk(std::string_view type, std::string_view content) {
  const std::string checked = std::string(type) + std::string(content);
  return big_endian(static_cast<std::uint32_t>(content.size())) + checked + big_endian(check_sum(checked));
}

bool each_png_chunk(std::string_view png,
                    const std::function<void(std::string_view type, std::string_view content)>& hear) {
  if (!png.starts_with(png_signature)) return false;
  constexpr std::size_t around = 12;  // length, type, check sum
  for (std::size_t at = png_signature.size(); at < png.size();) {
    if (png.size() - at < around) return false;
    const std::size_t length = number_at(png, at);
    if (png.size() - at - around < length) return false;
    if (check_sum(png.substr(at + 4, length + 4)) != number_at(png, at + 8 + length)) return false;
    hear(png.substr(at + 4, 4), png.substr(at + 8, length));
    at += around + length;
  }
  return true;
}

}  // namespace smm::badge
