// SPDX-License-Identifier: Apache-2.0
// PostalCode: a ZIP code of five or nine digits in four bytes; any other text by its code in a dictionary.
// The two high bits tell which: 0 nine digits (number 0 and kind 0: none given), 1 five digits, 2 other text.
#pragma once

#include <cstdint>
#include <optional>

namespace smm::outcomes::registry {

struct PostalCode {
  std::uint32_t bits = 0;

  static PostalCode of_five(std::uint32_t digits) { return {1U << 30 | digits}; }
  static PostalCode of_nine(std::uint32_t digits) { return {digits}; }  // 00000-0000 counts as none
  static PostalCode of_text(std::uint32_t code) { return {2U << 30 | code}; }

  bool given() const { return bits != 0; }

  // The first five digits of a ZIP code.
  std::optional<std::uint32_t> zip5() const {
    if (!given() || bits >> 30 > 1) return std::nullopt;
    return bits >> 30 == 1 ? number() : number() / 10000;
  }
  bool has_nine_digits() const { return given() && bits >> 30 == 0; }
  bool is_text() const { return bits >> 30 == 2; }
  std::uint32_t number() const { return bits & 0x3fffffffU; }  // the digits, or the code of the text

  friend bool operator==(const PostalCode&, const PostalCode&) = default;
};

}  // namespace smm::outcomes::registry
