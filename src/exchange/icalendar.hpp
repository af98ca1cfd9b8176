// SPDX-License-Identifier: Apache-2.0
// Calendars of whole days (RFC 5545), for programs that keep people's appointments.
//
// A day stands for itself, wherever it is looked at: no hours, and so no time zones. Lines end with CRLF and
// are folded after 75 bytes, never within a letter. In texts, line ends are written as \n and other control
// characters are left out. Reminders and repeated days are not written.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/instant.hpp"

namespace smm::exchange {

struct CalendarDay {
  std::string uid;  // the same for the same day in every later calendar: "2026-last-day@metrics.example.org"
  std::chrono::year_month_day day;
  std::string summary;
  std::string description = {};
  std::string url = {};  // empty: none
};

struct Calendar {
  std::string product;  // who wrote it: "-//Name//Program//EN"
  std::string name;
  base::Instant written;
  std::vector<CalendarDay> days;
};

std::string icalendar(const Calendar& calendar);

}  // namespace smm::exchange
