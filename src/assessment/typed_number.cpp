// SPDX-License-Identifier: Apache-2.0
#include "assessment/typed_number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace smm::assessment {
namespace {

// Above this, doubles no longer hold every whole number.
constexpr std::uint64_t largest_typed = 9007199254740992;

template <class Number>
std::optional<Number> all_of_it(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  const auto number = all_of_it<std::uint64_t>(text);
  return number && *number <= largest_typed ? number : std::nullopt;
}

std::optional<TypedNumber> typed_fraction(std::string_view over, std::string_view under) {
  const auto numerator = whole_number(over);
  const auto denominator = whole_number(under);
  if (!numerator || !denominator || *denominator == 0) return std::nullopt;
  const double percent = 100 * static_cast<double>(*numerator) / static_cast<double>(*denominator);
  return TypedNumber{true, *numerator, *denominator, percent, 0};
}

}  // namespace

std::optional<TypedNumber> typed_number(std::string_view text) {
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos)
    return typed_fraction(text.substr(0, slash), text.substr(slash + 1));
  if (const auto whole = whole_number(text))
    return TypedNumber{false, *whole, 0, static_cast<double>(*whole), 0};
  if (text.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point == 0 || point + 1 == text.size()) return std::nullopt;
  const auto value = all_of_it<double>(text);
  if (!value) return std::nullopt;
  if (*value > static_cast<double>(largest_typed)) return std::nullopt;
  return TypedNumber{false, 0, 0, *value, static_cast<int>(text.size() - point - 1)};
}

std::vector<TypedNumber> typed_numbers(std::string_view value) {
  std::vector<TypedNumber> numbers;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find('|', begin), value.size());
    const auto number = typed_number(value.substr(begin, end - begin));
    if (!number) return {};
    numbers.push_back(*number);
    begin = end + 1;
  }
  return numbers;
}

bool digits_transposed(std::uint64_t one, std::uint64_t other) {
  const std::string a = std::to_string(one);
  std::string b = std::to_string(other);
  if (a == b || a.size() != b.size()) return false;
  const auto differs = std::ranges::mismatch(a, b).in2;
  if (differs + 1 == b.end()) return false;
  std::iter_swap(differs, differs + 1);
  return a == b;
}

bool percent_possible(const TypedNumber& percent, std::uint64_t whole) {
  const double half = 0.5 * std::pow(10.0, -percent.decimals);
  const double people = percent.value / 100 * static_cast<double>(whole);
  const double nearest = 100 * std::round(people) / static_cast<double>(whole);
  return std::abs(nearest - percent.value) <= half + 1e-9;
}

}  // namespace smm::assessment
