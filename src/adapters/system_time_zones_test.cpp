// SPDX-License-Identifier: Apache-2.0
// The expected moments were worked out from the printed rules of each zone (IANA tz database 2025b), and
// agree with GNU date: date -u -d 'TZ="America/New_York" 2026-03-08 23:59:59'.
#include "adapters/system_time_zones.hpp"

#include <gtest/gtest.h>

#include "app/problems.hpp"

namespace smm::adapters {
namespace {

using std::chrono::year_month_day;

year_month_day day_of(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

base::Instant utc(int year, unsigned month, unsigned day, int hour, int minute, int second) {
  const auto days = std::chrono::sys_days(day_of(year, month, day)).time_since_epoch().count();
  return {((days * 24LL + hour) * 60 + minute) * base::one_minute + second * base::one_second};
}

struct Close {
  const char* zone;
  year_month_day day;
  base::Instant closes;  // the last whole second
  const char* why;
};

const Close closes[] = {
    {"UTC", day_of(2026, 11, 22), utc(2026, 11, 22, 23, 59, 59), "no rules"},
    {"America/New_York", day_of(2026, 1, 15), utc(2026, 1, 16, 4, 59, 59), "winter, 5 hours"},
    {"America/New_York", day_of(2026, 7, 15), utc(2026, 7, 16, 3, 59, 59), "summer, 4 hours"},
    {"America/New_York", day_of(2026, 3, 7), utc(2026, 3, 8, 4, 59, 59), "the day before clocks go forward"},
    {"America/New_York", day_of(2026, 3, 8), utc(2026, 3, 9, 3, 59, 59), "a day of 23 hours"},
    {"America/New_York", day_of(2026, 10, 31), utc(2026, 11, 1, 3, 59, 59), "the day before clocks go back"},
    {"America/New_York", day_of(2026, 11, 1), utc(2026, 11, 2, 4, 59, 59), "a day of 25 hours"},
    {"America/Phoenix", day_of(2026, 7, 15), utc(2026, 7, 16, 6, 59, 59), "no summer time"},
    {"America/Chicago", day_of(2028, 2, 29), utc(2028, 3, 1, 5, 59, 59), "a leap day"},
    {"Pacific/Honolulu", day_of(2026, 12, 31), utc(2027, 1, 1, 9, 59, 59), "into the next year"},
    {"Pacific/Guam", day_of(2026, 1, 1), utc(2026, 1, 1, 13, 59, 59), "east of Greenwich"},
    {"America/St_Johns", day_of(2026, 7, 1), utc(2026, 7, 2, 2, 29, 59), "half an hour"},
    {"Asia/Kathmandu", day_of(2026, 7, 1), utc(2026, 7, 1, 18, 14, 59), "three quarters of an hour"},
    {"Europe/London", day_of(2026, 3, 29), utc(2026, 3, 29, 22, 59, 59), "summer time begins"},
    // In Santiago clocks go back at midnight, from summer (-3) to 23:00 of the same day (-4).
    {"America/Santiago", day_of(2026, 4, 4), utc(2026, 4, 5, 3, 59, 59), "23:59:59 twice: the second"},
    {"America/Santiago", day_of(2026, 9, 5), utc(2026, 9, 6, 3, 59, 59), "no midnight: 0:00 is 1:00"},
    // Samoa went over the date line and had no December 30 in 2011.
    {"Pacific/Apia", day_of(2011, 12, 29), utc(2011, 12, 30, 9, 59, 59), "before the day left out"},
    {"Pacific/Apia", day_of(2011, 12, 30), utc(2011, 12, 30, 9, 59, 59), "a day left out"},
    {"Pacific/Apia", day_of(2011, 12, 31), utc(2011, 12, 31, 9, 59, 59), "after the day left out"},
};

TEST(SystemTimeZones, DaysCloseByTheClocksOfTheirZone) {
  for (const Close& close : closes) {
    const auto closed = SystemTimeZones().close_of_day(close.zone, close.day);
    ASSERT_TRUE(closed.ok()) << close.zone;
    EXPECT_EQ(closed->seconds(), close.closes.seconds()) << close.zone << ": " << close.why;
    EXPECT_EQ(closed->microseconds % base::one_second, base::one_second - 1) << close.zone;
  }
}

struct Shown {
  const char* zone;
  base::Instant when;
  app::LocalTime local;
};

const Shown shown_times[] = {
    {"America/New_York", utc(2026, 11, 22, 17, 4, 31), {day_of(2026, 11, 22), 12, 4, 31, "EST", -5 * 3600}},
    {"America/New_York", utc(2026, 3, 8, 6, 59, 59), {day_of(2026, 3, 8), 1, 59, 59, "EST", -5 * 3600}},
    {"America/New_York", utc(2026, 3, 8, 7, 0, 0), {day_of(2026, 3, 8), 3, 0, 0, "EDT", -4 * 3600}},
    {"America/New_York", utc(2026, 11, 1, 5, 59, 59), {day_of(2026, 11, 1), 1, 59, 59, "EDT", -4 * 3600}},
    {"America/New_York", utc(2026, 11, 1, 6, 0, 0), {day_of(2026, 11, 1), 1, 0, 0, "EST", -5 * 3600}},
    {"America/Sao_Paulo", utc(2026, 7, 1, 2, 0, 0), {day_of(2026, 6, 30), 23, 0, 0, "-03", -3 * 3600}},
    {"UTC", {-1}, {day_of(1969, 12, 31), 23, 59, 59, "UTC", 0}},
};

TEST(SystemTimeZones, MomentsAreShownAsTheZonesClocksShowThem) {
  for (const Shown& shown : shown_times) {
    const auto local = SystemTimeZones().local_time(shown.zone, shown.when);
    ASSERT_TRUE(local.ok()) << shown.zone;
    EXPECT_TRUE(*local == shown.local)
        << shown.zone << " shows " << local->hour << ":" << local->minute << ":" << local->second << " "
        << local->zone << " on day " << static_cast<unsigned>(local->day.day());
  }
}

// Whatever the day and the zone: when it has closed, the clocks show another day.
TEST(SystemTimeZones, TheMicrosecondAfterTheCloseIsAnotherDay) {
  const SystemTimeZones zones;
  for (const char* zone : {"America/New_York", "America/Santiago", "America/Havana", "Africa/Cairo",
                           "America/Nuuk", "Asia/Beirut", "Australia/Lord_Howe"}) {
    for (int offset = 0; offset < 800; ++offset) {
      const year_month_day day = std::chrono::sys_days(day_of(2025, 1, 1)) + std::chrono::days(offset);
      const base::Instant close = zones.close_of_day(zone, day).value();
      EXPECT_TRUE(zones.local_time(zone, close)->day == day) << zone << " day " << offset;
      EXPECT_TRUE(zones.local_time(zone, close + 1)->day > day) << zone << " day " << offset;
    }
  }
}

TEST(SystemTimeZones, UnknownNamesAreAProblem) {
  const SystemTimeZones zones;
  EXPECT_TRUE(zones.knows("America/Indiana/Indianapolis"));
  for (const char* name :
       {"", "EST5EDT4", "america/new_york", "../../etc/passwd", "America/New_York ", "zone.tab"}) {
    EXPECT_FALSE(zones.knows(name)) << name;
    const auto closed = zones.close_of_day(name, day_of(2026, 1, 1));
    ASSERT_FALSE(closed.ok()) << name;
    EXPECT_EQ(closed.problems().front().code, app::problem::unknown_time_zone.code);
    EXPECT_FALSE(zones.local_time(name, {}).ok()) << name;
  }
}

}  // namespace
}  // namespace smm::adapters
