// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/us_state.hpp"

#include <algorithm>
#include <array>

namespace smm::outcomes::reference {
namespace {

constexpr UsState states[] = {{1, "AL", "Alabama"},
                              {2, "AK", "Alaska"},
                              {4, "AZ", "Arizona"},
                              {5, "AR", "Arkansas"},
                              {6, "CA", "California"},
                              {8, "CO", "Colorado"},
                              {9, "CT", "Connecticut"},
                              {10, "DE", "Delaware"},
                              {11, "DC", "District of Columbia"},
                              {12, "FL", "Florida"},
                              {13, "GA", "Georgia"},
                              {15, "HI", "Hawaii"},
                              {16, "ID", "Idaho"},
                              {17, "IL", "Illinois"},
                              {18, "IN", "Indiana"},
                              {19, "IA", "Iowa"},
                              {20, "KS", "Kansas"},
                              {21, "KY", "Kentucky"},
                              {22, "LA", "Louisiana"},
                              {23, "ME", "Maine"},
                              {24, "MD", "Maryland"},
                              {25, "MA", "Massachusetts"},
                              {26, "MI", "Michigan"},
                              {27, "MN", "Minnesota"},
                              {28, "MS", "Mississippi"},
                              {29, "MO", "Missouri"},
                              {30, "MT", "Montana"},
                              {31, "NE", "Nebraska"},
                              {32, "NV", "Nevada"},
                              {33, "NH", "New Hampshire"},
                              {34, "NJ", "New Jersey"},
                              {35, "NM", "New Mexico"},
                              {36, "NY", "New York"},
                              {37, "NC", "North Carolina"},
                              {38, "ND", "North Dakota"},
                              {39, "OH", "Ohio"},
                              {40, "OK", "Oklahoma"},
                              {41, "OR", "Oregon"},
                              {42, "PA", "Pennsylvania"},
                              {44, "RI", "Rhode Island"},
                              {45, "SC", "South Carolina"},
                              {46, "SD", "South Dakota"},
                              {47, "TN", "Tennessee"},
                              {48, "TX", "Texas"},
                              {49, "UT", "Utah"},
                              {50, "VT", "Vermont"},
                              {51, "VA", "Virginia"},
                              {53, "WA", "Washington"},
                              {54, "WV", "West Virginia"},
                              {55, "WI", "Wisconsin"},
                              {56, "WY", "Wyoming"},
                              {60, "AS", "American Samoa"},
                              {64, "FM", "Federated States of Micronesia"},
                              {66, "GU", "Guam"},
                              {68, "MH", "Marshall Islands"},
                              {69, "MP", "Northern Mariana Islands"},
                              {70, "PW", "Palau"},
                              {72, "PR", "Puerto Rico"},
                              {78, "VI", "U.S. Virgin Islands"}};

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool same_letters(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return upper(a) == upper(b); });
}

std::string_view without_blanks_around(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Where a number or two letters stand in the table, plus one; asked once per address.
struct Finder {
  std::array<std::uint8_t, 100> by_number{};
  std::array<std::uint8_t, 26 * 26> by_letters{};

  constexpr Finder() {
    for (std::uint8_t at = 0; at < std::size(states); ++at) {
      by_number[states[at].number] = static_cast<std::uint8_t>(at + 1);
      by_letters[place(states[at].letters[0], states[at].letters[1])] = static_cast<std::uint8_t>(at + 1);
    }
  }

  static constexpr std::size_t place(char first, char second) {
    return static_cast<std::size_t>(first - 'A') * 26 + static_cast<std::size_t>(second - 'A');
  }
};

constexpr Finder finder;

const UsState* entry(std::uint8_t place) {
  return place == 0 ? nullptr : &states[place - 1];
}

}  // namespace

std::span<const UsState> us_states() {
  return states;
}

const UsState* us_state(unsigned number) {
  return number < finder.by_number.size() ? entry(finder.by_number[number]) : nullptr;
}

const UsState* us_state(std::string_view text) {
  text = without_blanks_around(text);
  if (text.size() == 2) {
    const char first = upper(text[0]);
    const char second = upper(text[1]);
    if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') return nullptr;
    return entry(finder.by_letters[Finder::place(first, second)]);
  }
  const auto found = std::find_if(std::begin(states), std::end(states),
                                  [&](const UsState& state) { return same_letters(state.name, text); });
  return found == std::end(states) ? nullptr : found;
}

bool is_military_mail(std::string_view state) {
  state = without_blanks_around(state);
  return same_letters(state, "AA") || same_letters(state, "AE") || same_letters(state, "AP");
}

}  // namespace smm::outcomes::reference
