// SPDX-License-Identifier: Apache-2.0
// Words for where a school stands. Internal to report.
#pragma once

#include <string>
#include <string_view>

#include "benchmark/comparison.hpp"

namespace smm::report {

std::string_view word_for(benchmark::Standing standing);      // "above", "similar", "below"
std::string word_for(const benchmark::PercentileBand& band);  // "25-50", "under 10", "over 90"

}  // namespace smm::report
