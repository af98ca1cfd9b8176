// SPDX-License-Identifier: Apache-2.0
// Which items of an edition can be counted, and what an answer counts as.
//
//   yes/no, one of, phase       the option
//   any of                      each option that applies
//   year grid                   each topic that is ticked in any year
//   count, share, ratio,        how many of the item's public thresholds the answer meets:
//   two shares, money           options step_0, step_1, ...; items without thresholds are not counted
// Dates, texts and evidence are never counted.
#pragma once

#include "benchmark/scores.hpp"
#include "instrument/answer.hpp"
#include "instrument/edition.hpp"

namespace smm::benchmark {

struct ItemCatalogue {
  std::vector<CountedItem> items;
  std::vector<std::size_t> positions;  // in Edition::items
};

ItemCatalogue counted_items(const instrument::Edition& edition);

// What an answer counts as; nothing when it is not `answered`. `item` with the program's variants folded in.
std::optional<std::uint64_t> counted_answer(const instrument::Item& item, int years,
                                            const instrument::Answer& answer);

}  // namespace smm::benchmark
