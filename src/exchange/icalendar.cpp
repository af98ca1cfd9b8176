// SPDX-License-Identifier: Apache-2.0
#include "exchange/icalendar.hpp"

#include <fmt/format.h>

#include "exchange/utf8.hpp"

namespace smm::exchange {
namespace {

constexpr std::size_t longest_line = 75;  // bytes, without the line end

void add_line(std::string& out, std::string_view line) {
  std::size_t used = 0;
  while (!line.empty()) {
    const std::size_t length = std::max<std::size_t>(utf8_length(line), 1);
    if (used + length > longest_line) {
      out += "\r\n ";
      used = 1;
    }
    out += line.substr(0, length);
    used += length;
    line.remove_prefix(length);
  }
  out += "\r\n";
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::string escaped_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') escaped += '\\';
    if (c == '\n') escaped += "\\n";
    if (!is_control(c)) escaped += c;
  }
  return escaped;
}

std::string without_controls(std::string text) {
  std::erase_if(text, is_control);
  return text;
}

std::string written_date(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}{:02}{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::string written_moment(base::Instant when) {
  const std::chrono::sys_seconds second{std::chrono::seconds(when.seconds())};
  const auto day = std::chrono::floor<std::chrono::days>(second);
  const std::chrono::hh_mm_ss time(second - day);
  return fmt::format("{}T{:02}{:02}{:02}Z", written_date(day), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

void add_day(std::string& out, const CalendarDay& day, base::Instant written) {
  const std::chrono::sys_days begin(day.day);
  add_line(out, "BEGIN:VEVENT");
  add_line(out, "UID:" + escaped_text(day.uid));
  add_line(out, "DTSTAMP:" + written_moment(written));
  add_line(out, "DTSTART;VALUE=DATE:" + written_date(begin));
  add_line(out, "DTEND;VALUE=DATE:" + written_date(begin + std::chrono::days(1)));
  add_line(out, "SUMMARY:" + escaped_text(day.summary));
  if (!day.description.empty()) add_line(out, "DESCRIPTION:" + escaped_text(day.description));
  if (!day.url.empty()) add_line(out, "URL:" + without_controls(day.url));
  add_line(out, "TRANSP:TRANSPARENT");  // nobody is busy because of it
  add_line(out, "END:VEVENT");
}

}  // namespace

std::string icalendar(const Calendar& calendar) {
  std::string out;
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, "PRODID:" + escaped_text(calendar.product));
  add_line(out, "CALSCALE:GREGORIAN");
  add_line(out, "METHOD:PUBLISH");
  add_line(out, "X-WR-CALNAME:" + escaped_text(calendar.name));
  for (const CalendarDay& day : calendar.days) add_day(out, day, calendar.written);
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace smm::exchange
