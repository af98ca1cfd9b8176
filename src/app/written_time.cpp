// SPDX-License-Identifier: Apache-2.0
#include "app/written_time.hpp"

namespace smm::app {
namespace {

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string written_day(std::chrono::year_month_day day, const render::Texts& texts) {
  const std::string month = std::to_string(static_cast<unsigned>(day.month()));
  return texts("time.day", {{"month", texts("time.month." + month)},
                            {"day", std::to_string(static_cast<unsigned>(day.day()))},
                            {"year", std::to_string(static_cast<int>(day.year()))}});
}

std::string written_time(const LocalTime& time, const render::Texts& texts) {
  const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
  return texts("time.moment", {{"day", written_day(time.day, texts)},
                               {"hour", std::to_string(hour)},
                               {"minute", two_digits(time.minute)},
                               {"second", two_digits(time.second)},
                               {"half", texts(time.hour < 12 ? "time.half.am" : "time.half.pm")},
                               {"zone", time.zone}});
}

}  // namespace smm::app
