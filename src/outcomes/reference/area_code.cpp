// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/area_code.hpp"

#include <algorithm>

#include "outcomes/reference/us_state.hpp"

namespace smm::outcomes::reference {
namespace {

bool only_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  for (const char digit : digits) number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  return number;
}

// State is the number before the rest of the digits.
bool lies_in_a_state(std::uint64_t number, std::size_t digits) {
  for (; digits > 2; --digits) number /= 10;
  return us_state(static_cast<unsigned>(number)) != nullptr;
}

}  // namespace

std::string with_zeros(std::uint64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

std::string to_text(County county) {
  return with_zeros(county.number, 5);
}

std::string to_text(Tract tract) {
  return with_zeros(tract.number, 11);
}

std::string to_text(Zip zip) {
  return with_zeros(zip.number, 5);
}

std::optional<ReadCode> read_area_code(std::string_view text, std::size_t digits) {
  if (text.size() + 1 < digits || text.size() > digits || !only_digits(text)) return std::nullopt;
  const std::uint64_t number = number_of(text);
  if (!lies_in_a_state(number, digits)) return std::nullopt;
  return ReadCode{number, text.size() < digits};
}

std::optional<ReadCode> read_zip(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  const bool parted = hyphen != std::string_view::npos;
  const std::string_view first = text.substr(0, hyphen);
  const std::string_view last = parted ? text.substr(hyphen + 1) : std::string_view();
  if (first.empty() || !only_digits(first) || !only_digits(last)) return std::nullopt;
  if (parted && last.size() != 4 && !last.empty()) return std::nullopt;
  const bool nine = !parted && (first.size() >= 7 && first.size() <= 9);
  const std::size_t wanted = nine ? 9 : 5;
  if (first.size() > wanted || first.size() + 2 < wanted) return std::nullopt;
  const std::uint64_t number = number_of(first);
  return ReadCode{nine ? number / 10000 : number, first.size() < wanted};
}

}  // namespace smm::outcomes::reference
