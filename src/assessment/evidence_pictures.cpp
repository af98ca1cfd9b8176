// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "assessment/evidence_forms.hpp"

namespace smm::assessment {
namespace {

std::size_t high_byte_first(std::string_view bytes, std::size_t at, std::size_t length) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < length; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// Markers that begin a frame: C0 to CF but for the tables C4, C8 and CC.
bool begins_frame(unsigned char marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

}  // namespace

// Writers put the end mark last, but for line ends and padding.
bool is_whole_pdf(std::string_view bytes) {
  const bool known = bytes.starts_with("%PDF-1.") || bytes.starts_with("%PDF-2.");
  const std::size_t tail = std::min<std::size_t>(bytes.size(), 1024);
  return known && bytes.substr(bytes.size() - tail).find("%%EOF") != std::string_view::npos;
}

// Chunks of length, name, content and check sum, from IHDR to IEND at the end of the file.
bool is_whole_png(std::string_view bytes) {
  constexpr std::size_t around = 12;
  std::size_t at = 8;
  bool first = true;
  while (bytes.size() - at >= around) {
    const std::size_t length = high_byte_first(bytes, at, 4);
    const std::string_view name = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - around) return false;
    if (first && (name != "IHDR" || length != 13)) return false;
    first = false;
    at += length + around;
    if (name == "IEND") return at == bytes.size();
  }
  return false;
}

// Segments up to the picture's data; what follows it is coded data, and cameras append to it.
bool is_whole_jpeg(std::string_view bytes) {
  bool frame = false;
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
    const unsigned char marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    const std::size_t length = high_byte_first(bytes, at + 2, 2);
    if (marker < 0xC0 || length < 2 || length > bytes.size() - at - 2) return false;
    if (marker == 0xDA) return frame && bytes.find("\xFF\xD9", at + 2 + length) != std::string_view::npos;
    frame = frame || begins_frame(marker);
    at += 2 + length;
  }
  return false;
}

}  // namespace smm::assessment
