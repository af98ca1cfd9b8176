// SPDX-License-Identifier: Apache-2.0
// Spread: standard deviation and percentiles of a profession's units, where at least 30 are scored.
//
// One partition only, and that is the whole profession ("all"): percentiles of groups that overlap would tell
// who lies between them. SD with n - 1, in whole points, "under 7" below that. Harrell-Davis P10, P25, P50,
// P75, P90 in whole points, "under 10" and "over 90" beyond. A domain's value of a unit is the mean of its
// areas, for units that are scored in all of them. A row that an earlier round issued is issued anew only if
// enough of its units joined since (renewal.hpp). docs/methods/release.md.
#pragma once

#include "benchmark/clauses.hpp"
#include "benchmark/release.hpp"
#include "benchmark/renewal.hpp"
#include "benchmark/unit_values.hpp"

namespace smm::benchmark {

inline constexpr int least_sd = 7;
inline constexpr int least_percentile = 10;
inline constexpr int most_percentile = 90;

// Units that answered, by position.
struct SpreadGroup {
  std::string name;
  std::vector<std::size_t> units;
};

std::vector<SpreadRow> spread_of(const std::vector<AreaOfUnits>& values, const SpreadGroup& group,
                                 const Outline& outline, const Clauses& clauses,
                                 const std::vector<JoinedSince>& joined = {});

}  // namespace smm::benchmark
