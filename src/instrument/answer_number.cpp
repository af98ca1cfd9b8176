// SPDX-License-Identifier: Apache-2.0
#include "instrument/answer_value.hpp"

#include <charconv>

#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

using MaybeProblem = std::optional<base::Problem>;

// Above this, doubles no longer hold every whole number.
constexpr std::uint64_t largest_whole = 9007199254740992;

// Digits only: no sign, no separators.
std::optional<double> whole(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value <= largest_whole ? std::optional(static_cast<double>(value)) : std::nullopt;
}

// Digits with an optional fraction.
std::optional<double> plain_decimal(std::string_view text) {
  if (text.empty() || text.back() == '.' || text.front() == '.') return std::nullopt;
  if (text.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

MaybeProblem unreadable(std::string_view form, std::string_view text) {
  return base::Problem(problem::answer_unreadable,
                       "expected " + std::string(form) + ", not \"" + std::string(text.substr(0, 40)) + "\"");
}

struct Fraction {
  double numerator = 0;
  double denominator = 0;
};

std::optional<Fraction> fraction(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto numerator = whole(text.substr(0, slash));
  const auto denominator = whole(text.substr(slash + 1));
  if (!numerator || !denominator) return std::nullopt;
  return Fraction{*numerator, *denominator};
}

// "7/20" or "35": percent out. 100 n / d, in this order, is exact wherever the percent is whole.
MaybeProblem read_share(std::string_view text, double& percent) {
  if (const auto parts = fraction(text)) {
    if (parts->denominator == 0)
      return base::Problem(problem::answer_out_of_range, "the denominator is 0; use not_applicable");
    if (parts->numerator > parts->denominator) {
      return base::Problem(problem::answer_out_of_range,
                           "\"" + std::string(text) + "\" is more than the whole");
    }
    percent = 100 * parts->numerator / parts->denominator;
    return std::nullopt;
  }
  const auto value = plain_decimal(text);
  if (!value) return unreadable("n/d or a percent from 0 to 100", text);
  if (*value > 100)
    return base::Problem(problem::answer_out_of_range, "a percent is at most 100, not " + std::string(text));
  percent = *value;
  return std::nullopt;
}

MaybeProblem read_ratio(std::string_view text, double& per_hundred) {
  const auto parts = fraction(text);
  if (!parts) return unreadable("n/d", text);
  if (parts->denominator == 0)
    return base::Problem(problem::answer_out_of_range, "the denominator is 0; use not_applicable");
  per_hundred = 100 * parts->numerator / parts->denominator;
  return std::nullopt;
}

MaybeProblem read_two_shares(std::string_view text, Answer& answer) {
  const std::size_t bar = text.find('|');
  if (bar == std::string_view::npos) return unreadable("two shares n/d|n/d", text);
  MaybeProblem problem = read_share(text.substr(0, bar), answer.value);
  return problem ? problem : read_share(text.substr(bar + 1), answer.comparator);
}

MaybeProblem read_amount(const Item& item, std::string_view text, double& amount) {
  const auto value = whole(text);
  if (!value)
    return unreadable(item.type == ItemType::money ? "whole dollars, digits only" : "a whole number", text);
  if (item.maximum && *value > *item.maximum) {
    return base::Problem(problem::answer_out_of_range,
                         "\"" + std::string(text) + "\" is more than " + item.id + " can be");
  }
  amount = *value;
  return std::nullopt;
}

}  // namespace

std::optional<base::Problem> read_number(const Item& item, std::string_view text, Answer& answer) {
  switch (item.type) {
    case ItemType::share:
      return read_share(text, answer.value);
    case ItemType::ratio:
      return read_ratio(text, answer.value);
    case ItemType::two_shares:
      return read_two_shares(text, answer);
    default:
      return read_amount(item, text, answer.value);
  }
}

}  // namespace smm::instrument
