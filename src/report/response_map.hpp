// SPDX-License-Identifier: Apache-2.0
// The states of the United States as tiles of one size, each with how many of its invited schools submitted:
// a picture that gives small states the room that large ones have. Its twin in words is a table of the same
// rows.
//
// An <svg> element with title and description, styled by the page's classes (map-none, map-0 to map-3: fewer
// than a quarter, half, three quarters of the invited, and the rest), so that it follows dark pages and
// print. Numbers stand on every tile, so that no meaning hangs on a color.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smm::report {

struct StateCount {
  std::string state;  // postal code
  std::size_t invited = 0;
  std::size_t submitted = 0;
};

// States that the tiles do not have are left out: has_tile tells. `id` makes the ids of title and description
// unique in a page; `title`, `description` are plain text.
std::string response_map(const std::vector<StateCount>& states, std::string_view id, std::string_view title,
                         std::string_view description);

bool has_tile(std::string_view state);

// 0 to 3 by quarters of the invited; -1 where nobody was invited.
int response_band(const StateCount& state);

}  // namespace smm::report
