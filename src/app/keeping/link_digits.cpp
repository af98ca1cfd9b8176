// SPDX-License-Identifier: Apache-2.0
#include "app/keeping/link_digits.hpp"

namespace smm::app {

std::string link_digits(std::string_view link) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char byte : link) {
    const auto value = static_cast<unsigned char>(byte);
    text += digits[value >> 4U];
    text += digits[value & 15U];
  }
  return text;
}

}  // namespace smm::app
