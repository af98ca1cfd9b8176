// SPDX-License-Identifier: Apache-2.0
#include "assessment/password_pattern.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

namespace smm::assessment {
namespace {

constexpr std::size_t longest_pattern = 10;

// Each row of keys begins half a key or so to the right of the row above.
struct KeyRow {
  std::string_view keys;
  double offset;
};

constexpr std::array<KeyRow, 4> key_rows = {
    {{"1234567890", 0}, {"qwertyuiop", 0.5}, {"asdfghjkl", 0.75}, {"zxcvbnm", 1.25}}};

struct KeyPosition {
  double row = 0;
  double column = 0;
};

std::optional<KeyPosition> key_of(char c) {
  for (std::size_t row = 0; row < key_rows.size(); ++row) {
    const std::size_t column = key_rows[row].keys.find(c);
    if (column != std::string_view::npos)
      return KeyPosition{static_cast<double>(row), key_rows[row].offset + static_cast<double>(column)};
  }
  return std::nullopt;
}

bool is_next_key(char one, char other) {
  const auto a = key_of(one);
  const auto b = key_of(other);
  return a && b && std::abs(a->row - b->row) <= 1 && std::abs(a->column - b->column) <= 1;
}

// One after the other in the alphabet, among the digits, or 9 and 0.
bool is_next_in_order(char one, char other) {
  return std::abs(one - other) == 1 || (one == '9' && other == '0') || (one == '0' && other == '9');
}

bool has_period(std::string_view text, std::size_t period) {
  for (std::size_t i = period; i < text.size(); ++i) {
    if (text[i] != text[i - period]) return false;
  }
  return true;
}

}  // namespace

bool repeats_itself(std::string_view text) {
  for (std::size_t period = 1; period <= longest_pattern && 2 * period <= text.size() + 1; ++period) {
    if (has_period(text, period)) return true;
  }
  return false;
}

bool walks_along(std::string_view text) {
  std::size_t steps = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char one = text[i - 1];
    const char other = text[i];
    if (one == other || is_next_in_order(one, other) || is_next_key(one, other)) ++steps;
  }
  return text.size() > 1 && 4 * steps >= 3 * (text.size() - 1);
}

}  // namespace smm::assessment
