// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/day.hpp"

#include <chrono>
#include <limits>

namespace smm::outcomes::registry {
namespace {

namespace chr = std::chrono;

constexpr chr::sys_days day_zero = chr::year{1899} / 12 / 31;

// The number that the digits text[begin, begin + count) make; -1 when one is no digit.
int digits(std::string_view text, std::size_t begin, std::size_t count) {
  int number = 0;
  for (std::size_t at = begin; at < begin + count; ++at) {
    const auto digit = static_cast<unsigned char>(text[at] - '0');
    if (digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

std::optional<Day> day_of(int year, int month, int day) {
  if (year < 1900 || month < 1 || day < 1) return std::nullopt;
  const chr::year_month_day date{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                 chr::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  const auto number = (chr::sys_days(date) - day_zero).count();
  if (number > std::numeric_limits<std::uint16_t>::max()) return std::nullopt;
  return Day{static_cast<std::uint16_t>(number)};
}

chr::year_month_day date_of(Day day) {
  return chr::year_month_day(day_zero + chr::days{day.number});
}

void append_two_digits(std::string& text, unsigned number) {
  text += static_cast<char>('0' + number / 10);
  text += static_cast<char>('0' + number % 10);
}

}  // namespace

int Day::year() const {
  return static_cast<int>(date_of(*this).year());
}

std::optional<Day> parse_registry_day(std::string_view text) {
  if (text.empty()) return Day{};
  if (text.size() != 10 || text[2] != '/' || text[5] != '/') return std::nullopt;
  return day_of(digits(text, 6, 4), digits(text, 0, 2), digits(text, 3, 2));
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return day_of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

std::optional<Day> parse_plain_day(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  return day_of(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2));
}

std::string to_iso(Day day) {
  if (!day.given()) return "";
  const auto date = date_of(day);
  std::string text = std::to_string(static_cast<int>(date.year())) + "-";
  append_two_digits(text, static_cast<unsigned>(date.month()));
  text += '-';
  append_two_digits(text, static_cast<unsigned>(date.day()));
  return text;
}

}  // namespace smm::outcomes::registry
