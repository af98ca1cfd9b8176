// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the candidate that takes the fewest letters changed, added, dropped or swapped with a
// neighbor (optimal string alignment distance). Nothing when every candidate is further away than a third
// of the word's length (at least one letter). Among equals the first candidate wins.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smm::expression {

int edit_distance(std::string_view a, std::string_view b);

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace smm::expression
