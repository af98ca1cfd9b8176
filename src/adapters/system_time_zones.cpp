// SPDX-License-Identifier: Apache-2.0
#include "adapters/system_time_zones.hpp"

#include <date/tz.h>

#include "app/problems.hpp"
#include "base/assert.hpp"
#include "base/environment_error.hpp"

namespace smm::adapters {
namespace {

using std::chrono::microseconds;

void read_zone_tables() {
  try {
    date::get_tzdb();
  } catch (const std::exception& error) {
    throw base::EnvironmentError(std::string("this machine has no time zones (package tzdata): ") +
                                 error.what());
  }
}

// Null for an unknown name. The library takes names as they are: "utc" is none, "UTC" is one.
const date::time_zone* zone_named(std::string_view name) {
  read_zone_tables();
  try {
    return date::locate_zone(name);
  } catch (const std::runtime_error&) {
    return nullptr;
  }
}

base::Problem unknown_zone(std::string_view name) {
  return base::Problem(app::problem::unknown_time_zone, "there is no time zone \"" + std::string(name) +
                                                            "\"; names look like America/New_York");
}

date::local_seconds last_second_of(std::chrono::year_month_day day) {
  const auto days = std::chrono::sys_days(day).time_since_epoch();
  return date::local_seconds(days + std::chrono::hours(24) - std::chrono::seconds(1));
}

// Which of the moments that a local time may mean is the last one of its day.
date::sys_seconds last_moment(const date::local_info& info, date::local_seconds local) {
  switch (info.result) {
    case date::local_info::unique:
      return date::sys_seconds(local.time_since_epoch() - info.first.offset);
    case date::local_info::ambiguous:
      return date::sys_seconds(local.time_since_epoch() - info.second.offset);
    default:
      return info.first.end - std::chrono::seconds(1);  // left out: the second before the gap
  }
}

app::LocalTime shown(date::sys_seconds when, const date::sys_info& info) {
  const auto local = when.time_since_epoch() + info.offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time(local - day);
  return {.day = std::chrono::year_month_day(std::chrono::sys_days(day)),
          .hour = static_cast<int>(time.hours().count()),
          .minute = static_cast<int>(time.minutes().count()),
          .second = static_cast<int>(time.seconds().count()),
          .zone = info.abbrev,
          .seconds_east_of_utc = static_cast<int>(info.offset.count())};
}

}  // namespace

bool SystemTimeZones::knows(std::string_view zone) const {
  return zone_named(zone) != nullptr;
}

base::Result<base::Instant> SystemTimeZones::close_of_day(std::string_view zone,
                                                          std::chrono::year_month_day day) const {
  SMM_ASSERT(day.ok());
  const date::time_zone* rules = zone_named(zone);
  if (rules == nullptr) return unknown_zone(zone);
  const date::local_seconds local = last_second_of(day);
  const auto second = last_moment(rules->get_info(local), local).time_since_epoch();
  return base::Instant{microseconds(second + std::chrono::seconds(1)).count() - 1};
}

base::Result<app::LocalTime> SystemTimeZones::local_time(std::string_view zone, base::Instant when) const {
  const date::time_zone* rules = zone_named(zone);
  if (rules == nullptr) return unknown_zone(zone);
  const auto second = std::chrono::floor<std::chrono::seconds>(microseconds(when.microseconds));
  return shown(date::sys_seconds(second), rules->get_info(date::sys_seconds(second)));
}

}  // namespace smm::adapters
