// SPDX-License-Identifier: Apache-2.0
#include "instrument/answer_value.hpp"

#include <algorithm>

#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
  }
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int year = two(0) * 100 + two(2);
  const int month = two(5);
  const int day = two(8);
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month < 1 || month > 12) return false;
  return day >= 1 && day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_web_address(std::string_view text) {
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  const auto visible = [](char c) { return static_cast<unsigned char>(c) > ' ' && c != 127; };
  if (scheme == 0 || !std::all_of(text.begin(), text.end(), visible)) return false;
  if (text.find_first_of("\"<>\\^`{|}") != std::string_view::npos) return false;
  // A name before '@' could pose as the host.
  const std::string_view host = text.substr(scheme, text.find_first_of("/?#", scheme) - scheme);
  return !host.empty() && is_letter_or_digit(host.front()) && host.find('@') == std::string_view::npos;
}

// Code points: every byte of UTF-8 but those that continue one.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

}  // namespace

std::optional<base::Problem> check_free_text(const Item& item, std::string_view text) {
  if (item.type == ItemType::date && !is_date(text)) {
    return base::Problem(problem::answer_unreadable,
                         "a date is written YYYY-MM-DD, not \"" + std::string(text.substr(0, 40)) + "\"");
  }
  if (item.type == ItemType::evidence && !is_web_address(text)) {
    return base::Problem(problem::answer_unreadable,
                         "evidence is a link that begins with https:// or http://");
  }
  if (item.type == ItemType::text && item.max_length &&
      characters(text) > static_cast<std::size_t>(*item.max_length)) {
    return base::Problem(problem::answer_out_of_range,
                         "the text is longer than " + std::to_string(*item.max_length) + " characters");
  }
  return std::nullopt;
}

std::optional<base::Problem> read_value(const Item& item, int years, std::string_view text, Answer& answer) {
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::any_of:
    case ItemType::phase:
    case ItemType::year_grid:
      return read_choice(item, years, text, answer.choice);
    case ItemType::count:
    case ItemType::share:
    case ItemType::ratio:
    case ItemType::two_shares:
    case ItemType::money:
      return read_number(item, text, answer);
    case ItemType::date:
    case ItemType::text:
    case ItemType::evidence:
      return check_free_text(item, text);
  }
  return std::nullopt;
}

}  // namespace smm::instrument
