// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/calendar_day.hpp"

#include <fmt/format.h>

#include "base/document_reader.hpp"

namespace smm::app {

std::optional<std::chrono::year_month_day> calendar_day(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = base::parse_integer(text.substr(0, 4));
  const auto month = base::parse_integer(text.substr(5, 2));
  const auto day = base::parse_integer(text.substr(8, 2));
  if (!year || !month || !day || *month < 0 || *day < 0) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string day_text(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

}  // namespace smm::app
