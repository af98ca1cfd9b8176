// SPDX-License-Identifier: Apache-2.0
#include "badge/utc_text.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace smm::badge {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::microseconds;
using std::chrono::sys_days;
using std::chrono::sys_time;
using std::chrono::year_month_day;

sys_time<microseconds> moment(base::Instant when) {
  return sys_time<microseconds>(microseconds(when.microseconds));
}

base::Instant instant(sys_time<microseconds> when) {
  return {when.time_since_epoch().count()};
}

// The number written at `at` with so many digits; -1 when other characters stand there.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::string utc_text(base::Instant when) {
  const auto day = floor<days>(moment(when));
  const year_month_day date(day);
  const std::chrono::hh_mm_ss time(floor<std::chrono::seconds>(moment(when) - day));
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::optional<base::Instant> from_utc_text(std::string_view text) {
  if (text.size() != 20) return std::nullopt;
  const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (year < 1 || month < 1 || day < 1 || hour < 0 || minute < 0 || second < 0) return std::nullopt;
  const year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  const auto made = instant(sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                            std::chrono::seconds(second));
  // What rolls over ("24:00:60") and what stands between the numbers show when it is written again.
  return utc_text(made) == text ? std::optional(made) : std::nullopt;
}

base::Instant years_later(base::Instant when, int years) {
  const auto day = floor<days>(moment(when));
  const auto within = moment(when) - day;
  year_month_day date = year_month_day(day) + std::chrono::years(years);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return instant(sys_days(date) + within);
}

}  // namespace smm::badge
