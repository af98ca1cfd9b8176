// SPDX-License-Identifier: Apache-2.0
#include "base/base32.hpp"

#include <cstdint>

namespace smm::base {
namespace {

constexpr std::string_view base32_letters = "abcdefghijklmnopqrstuvwxyz234567";

}  // namespace

std::string base32(std::string_view bytes) {
  std::string text;
  std::uint32_t held = 0;
  unsigned held_bits = 0;
  for (const char byte : bytes) {
    held = (held << 8) | static_cast<unsigned char>(byte);
    for (held_bits += 8; held_bits >= 5; held_bits -= 5)
      text += base32_letters[(held >> (held_bits - 5)) & 31];
  }
  if (held_bits > 0) text += base32_letters[(held << (5 - held_bits)) & 31];
  return text;
}

std::optional<std::string> from_base32(std::string_view text) {
  std::string bytes;
  std::uint32_t held = 0;
  unsigned held_bits = 0;
  for (const char letter : text) {
    const auto five = base32_letters.find(letter);
    if (five == std::string_view::npos) return std::nullopt;
    held = (held << 5) | static_cast<std::uint32_t>(five);
    held_bits += 5;
    if (held_bits < 8) continue;
    held_bits -= 8;
    bytes += static_cast<char>((held >> held_bits) & 255);
  }
  const bool whole_letter_left_over = held_bits >= 5;
  if (whole_letter_left_over || (held & ((1U << held_bits) - 1)) != 0) return std::nullopt;
  return bytes;
}

}  // namespace smm::base
