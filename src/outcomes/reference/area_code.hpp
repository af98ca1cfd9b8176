// SPDX-License-Identifier: Apache-2.0
// Codes of places as the census gives them: state (2 digits), county (5), county subdivision (10), census
// tract (11); and five-digit ZIP codes. Kept as numbers, printed with their leading zeros. Whether a code was
// ever given to a place is not checked, only that its state is one (us_state.hpp).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smm::outcomes::reference {

struct County {
  std::uint32_t number = 0;  // 1,001 to 78,999

  unsigned state() const { return number / 1000; }
  friend auto operator<=>(const County&, const County&) = default;
};

struct Tract {
  std::uint64_t number = 0;

  County county() const { return {static_cast<std::uint32_t>(number / 1'000'000)}; }
  friend auto operator<=>(const Tract&, const Tract&) = default;
};

struct Zip {
  std::uint32_t number = 0;  // 0 to 99,999

  friend auto operator<=>(const Zip&, const Zip&) = default;
};

// "01001", "01001020100", "00501"
std::string to_text(County county);
std::string to_text(Tract tract);
std::string to_text(Zip zip);

// `digits` with zeros before it, as spreadsheet programs take them away.
std::string with_zeros(std::uint64_t number, std::size_t digits);

// A code of exactly `digits` digits; one digit less is taken for a lost zero, told by `restored`. Nothing for
// other texts and for codes whose first two digits are no state.
struct ReadCode {
  std::uint64_t number = 0;
  bool restored = false;
};
std::optional<ReadCode> read_area_code(std::string_view text, std::size_t digits);

// Of 5 or 9 digits, with or without the hyphen; 3 or 4 (and 7 or 8) digits have lost zeros.
std::optional<ReadCode> read_zip(std::string_view text);

}  // namespace smm::outcomes::reference
