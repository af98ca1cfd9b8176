// SPDX-License-Identifier: Apache-2.0
// Port: the rules of time zones, by their IANA names ("America/New_York"). Governments change them at short
// notice, so they are the system's, not the program's.
//
// An unknown name is the problem unknown_time_zone. Days and hours are those of the Gregorian calendar.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "base/result.hpp"

namespace smm::app {

// What a clock on the wall of a zone shows.
struct LocalTime {
  std::chrono::year_month_day day;
  int hour = 0;  // 0 to 23
  int minute = 0;
  int second = 0;
  std::string zone;  // the short name in force: "EST", "EDT", or "-03" where there is none
  int seconds_east_of_utc = 0;

  friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

class TimeZones {
 public:
  virtual ~TimeZones() = default;

  virtual bool knows(std::string_view zone) const = 0;

  // 23:59:59 of `day` on the clocks of `zone`, to the end of that second (.999999): the last moment that
  // still counts. Where clocks are put back over midnight and show it twice, the second one; a day that a
  // zone left out ends with the day before. `day` must exist in the calendar.
  virtual base::Result<base::Instant> close_of_day(std::string_view zone,
                                                   std::chrono::year_month_day day) const = 0;

  virtual base::Result<LocalTime> local_time(std::string_view zone, base::Instant when) const = 0;
};

}  // namespace smm::app
