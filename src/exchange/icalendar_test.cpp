// SPDX-License-Identifier: Apache-2.0
// Calendars, read back by a reader of their own that is strict about RFC 5545.
#include "exchange/icalendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "exchange/utf8.hpp"

namespace smm::exchange {
namespace {

using namespace std::chrono_literals;

// Content lines, unfolded.
std::vector<std::string> content_lines(const std::string& bytes) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from < bytes.size()) {
    const std::size_t end = bytes.find("\r\n", from);
    EXPECT_NE(end, std::string::npos);
    if (end == std::string::npos) return lines;
    const std::string line = bytes.substr(from, end - from);
    EXPECT_LE(line.size(), 75U) << line;
    EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos) << line;
    EXPECT_FALSE(first_invalid_utf8(line)) << line;
    if (line.starts_with(' ') && !lines.empty())
      lines.back() += line.substr(1);
    else
      lines.push_back(line);
    from = end + 2;
  }
  return lines;
}

// The value of the first property that begins so ("SUMMARY:").
std::string value_of(const std::vector<std::string>& lines, const std::string& begin) {
  for (const std::string& line : lines)
    if (line.starts_with(begin)) return line.substr(begin.size());
  return "(none)";
}

std::string unescaped_text(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      plain += text[i];
      continue;
    }
    ++i;
    plain += i < text.size() && text[i] == 'n' ? '\n' : text.at(i);
  }
  return plain;
}

Calendar one_day(const std::string& summary) {
  return {"-//Metrics//smm//EN",
          "Rounds",
          base::Instant{std::int64_t{1'781'784'000} * base::one_second},
          {{"2026-last@metrics.example.org", 2026y / 12 / 31, summary, "Line one\nline two; with, signs",
            "https://metrics.example.org/toolkit"}}};
}

TEST(ICalendar, HoldsAWholeDay) {
  const auto lines = content_lines(icalendar(one_day("Last day")));
  const std::vector<std::string> wanted = {"BEGIN:VCALENDAR",
                                           "VERSION:2.0",
                                           "PRODID:-//Metrics//smm//EN",
                                           "CALSCALE:GREGORIAN",
                                           "METHOD:PUBLISH",
                                           "X-WR-CALNAME:Rounds",
                                           "BEGIN:VEVENT",
                                           "UID:2026-last@metrics.example.org",
                                           "DTSTAMP:20260618T120000Z",
                                           "DTSTART;VALUE=DATE:20261231",
                                           "DTEND;VALUE=DATE:20270101",
                                           "SUMMARY:Last day",
                                           "DESCRIPTION:Line one\\nline two\\; with\\, signs",
                                           "URL:https://metrics.example.org/toolkit",
                                           "TRANSP:TRANSPARENT",
                                           "END:VEVENT",
                                           "END:VCALENDAR"};
  EXPECT_EQ(lines, wanted);
}

TEST(ICalendar, LetsNoTextBecomeALine) {
  const auto lines = content_lines(icalendar(one_day("Day\r\nBEGIN:VALARM\nX:1\x07")));
  EXPECT_EQ(value_of(lines, "SUMMARY:"), "Day\\nBEGIN:VALARM\\nX:1");
  EXPECT_EQ(std::ranges::count(lines, "BEGIN:VALARM"), 0);
}

TEST(ICalendar, TellsAnyTextAgain) {
  rc::check("summaries come back", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "Ärzte", "学校", "\\", ";", ",", "\n", "nnn", "\xF0\x9F\x93\x85", " "));
    std::string summary;
    for (const std::string& piece : pieces) summary += piece;
    const auto lines = content_lines(icalendar(one_day(summary)));
    RC_ASSERT(unescaped_text(value_of(lines, "SUMMARY:")) == summary);
  });
}

}  // namespace
}  // namespace smm::exchange
