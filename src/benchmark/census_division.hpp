// SPDX-License-Identifier: Apache-2.0
// The census division of a state (U.S. Census Bureau, Census Regions and Divisions of the United States).
// Puerto Rico and the island areas are in none of the nine and stand together as "Island Areas".
#pragma once

#include <optional>
#include <string_view>

namespace smm::benchmark {

// `state` is a postal code in capitals. Nothing when there is no such state.
std::optional<std::string_view> census_division(std::string_view state);

}  // namespace smm::benchmark
