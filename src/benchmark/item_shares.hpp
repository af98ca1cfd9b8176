// SPDX-License-Identifier: Apache-2.0
// Item results: the share of a profession's units that chose an option, of those who answered the item.
//
// At least 30 answered. In steps of 5 points, no counts. An option chosen by fewer than 3 or by more than n -
// 3 is suppressed, and then the least of the others too, with all that tie with it: so counts of suppressed
// options can change places and the same is printed, and none of them is known to be the small one. A unit's
// answer is that of its first program that answered, in the edition's order. docs/methods/item-results.md.
#pragma once

#include "benchmark/clauses.hpp"
#include "benchmark/release.hpp"
#include "benchmark/renewal.hpp"
#include "benchmark/scores.hpp"
#include "benchmark/units.hpp"

namespace smm::benchmark {

inline constexpr int least_choosing = 3;
inline constexpr int share_step = 5;

// Shares of one item whose options were chosen by `counts` of `answered` units; nothing where suppressed.
std::vector<std::optional<int>> item_shares(const std::vector<int>& counts, int answered);

// `sheets`: for each frame row its answers, or null.
std::vector<ItemRow> item_rows(const std::vector<CountedItem>& items, const std::vector<Unit>& units,
                               const std::vector<const SheetAnswers*>& sheets, const Clauses& clauses,
                               const std::vector<JoinedSince>& joined = {});

// 100 count / of, rounded to steps of 5 points.
int stepped_share(int count, int of);

}  // namespace smm::benchmark
