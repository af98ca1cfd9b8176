// SPDX-License-Identifier: Apache-2.0
// A browser in which a person signed in before carries a sealed note of that, for a year. It opens nothing:
// it only lets the browser be counted for itself when somebody else floods the person's account with guesses
// (throttle.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/installation/installation.hpp"

namespace smm::app {

inline constexpr std::int64_t browser_is_known_for = 365 * base::one_day;

// Made of cookie letters.
std::string known_browser_note(const Seals& office, const Person& person, base::Instant now);

// Did this person sign in there?
bool is_known_browser(const Seals& office, std::string_view note, const Person& person, base::Instant now);

}  // namespace smm::app
