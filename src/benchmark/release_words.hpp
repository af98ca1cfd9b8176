// SPDX-License-Identifier: Apache-2.0
// The words for a profession's state in release.json. Internal to benchmark.
#pragma once

#include <string_view>
#include <utility>

#include "benchmark/release.hpp"

namespace smm::benchmark {

inline constexpr std::pair<ProfessionState, std::string_view> profession_state_words[] = {
    {ProfessionState::released, "released"},
    {ProfessionState::too_few, "too_few"},
    {ProfessionState::one_system, "one_system"}};

// What stands in "format".
inline constexpr std::string_view release_format = "smm-release-1";

}  // namespace smm::benchmark
