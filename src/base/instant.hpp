// SPDX-License-Identifier: Apache-2.0
// Instant: a moment, in whole microseconds since 1970-01-01 00:00 UTC (leap seconds do not exist). Below
// `app` nobody asks what time it is: an Instant comes as an argument.
#pragma once

#include <compare>
#include <cstdint>

namespace smm::base {

struct Instant {
  std::int64_t microseconds = 0;

  std::int64_t seconds() const { return microseconds / 1'000'000; }

  friend auto operator<=>(const Instant&, const Instant&) = default;
};

inline constexpr std::int64_t one_second = 1'000'000;
inline constexpr std::int64_t one_minute = 60 * one_second;
inline constexpr std::int64_t one_hour = 60 * one_minute;
inline constexpr std::int64_t one_day = 24 * one_hour;

constexpr Instant operator+(Instant when, std::int64_t microseconds) {
  return {when.microseconds + microseconds};
}
constexpr std::int64_t operator-(Instant later, Instant earlier) {
  return later.microseconds - earlier.microseconds;
}

}  // namespace smm::base
