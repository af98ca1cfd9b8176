// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx_dates.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace smm::exchange {
namespace {

constexpr double first_sure_day = 61;         // 1900-03-01
constexpr double last_day = 2'958'465;        // 9999-12-31
constexpr double days_between_epochs = 1462;  // 1899-12-30 to 1904-01-01

// Letters in quotes, brackets ("[Red]") and after a backslash stand for themselves.
bool names_day_or_year(std::string_view code) {
  char closing = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (closing != 0) {
      if (c == closing) closing = 0;
    } else if (c == '"') {
      closing = '"';
    } else if (c == '[') {
      closing = ']';
    } else if (c == '\\') {
      ++i;
    } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
      return true;
    }
  }
  return false;
}

}  // namespace

bool shows_a_date(int id, std::string_view code) {
  if (id >= 14 && id <= 17) return true;
  if (id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
  return id >= 164 && names_day_or_year(code);
}

std::optional<std::string> day_of_serial(double serial, bool from_1904) {
  if (from_1904) serial += days_between_epochs;
  if (!(serial >= first_sure_day && serial < last_day + 1)) return std::nullopt;
  using namespace std::chrono;
  const sys_days day = sys_days(year{1899} / December / 30) + days(static_cast<int>(std::floor(serial)));
  const year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace smm::exchange
