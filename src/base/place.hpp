// SPDX-License-Identifier: Apache-2.0
// Where in the input a value came from, for people and editors: "areas/mission.yaml:12:5".
#pragma once

#include <compare>
#include <string>

namespace smm::base {

struct Place {
  std::string source;  // file name as the user gave it, or a name such as "answers.csv"
  int line = 0;        // from 1; 0 when the whole source is meant
  int column = 0;      // from 1; 0 when the whole line is meant

  auto operator<=>(const Place&) const = default;
};

// "source", "source:line" or "source:line:column", whichever is known.
std::string to_string(const Place& place);

}  // namespace smm::base
