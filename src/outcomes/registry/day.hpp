// SPDX-License-Identifier: Apache-2.0
// Day: a date of the registry in two bytes, days since 1899-12-31; 0 is "no date given". Reaches to 2079.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smm::outcomes::registry {

struct Day {
  std::uint16_t number = 0;

  bool given() const { return number != 0; }
  int year() const;  // of a day that is given
  friend auto operator<=>(const Day&, const Day&) = default;
};

// MM/DD/YYYY as the registry writes it; the empty text is the day that is not given.
std::optional<Day> parse_registry_day(std::string_view text);

// YYYY-MM-DD, as people and our own files write it.
std::optional<Day> parse_iso_day(std::string_view text);

// YYYYMMDD, as the names of the registry's files have it.
std::optional<Day> parse_plain_day(std::string_view text);

// YYYY-MM-DD, or nothing for the day that is not given.
std::string to_iso(Day day);

}  // namespace smm::outcomes::registry
