// SPDX-License-Identifier: Apache-2.0
// The states of the United States, the District of Columbia and the territories, by census number, postal
// letters and name (ANSI INCITS 38:2009 and USPS Publication 28). Military mail (AA, AE, AP) is no state.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace smm::outcomes::reference {

struct UsState {
  unsigned number;           // 1 to 78
  std::string_view letters;  // "NC"
  std::string_view name;     // "North Carolina"
};

std::span<const UsState> us_states();

const UsState* us_state(unsigned number);
// By letters or name, in any case, blanks around it allowed.
const UsState* us_state(std::string_view text);

bool is_military_mail(std::string_view state);

}  // namespace smm::outcomes::reference
