// SPDX-License-Identifier: Apache-2.0
// What a concordance lets stand side by side over time: single items, and areas as pools of items.
//
// Nothing here knows an answer or a score. The rules and their reasons: docs/reference/concordance.md,
// "What each word means for tracking over time". Domains and the overall score are never tracked.
#pragma once

#include <string_view>
#include <vector>

#include "instrument/concordance.hpp"

namespace smm::instrument {

// May an earlier answer stand beside a later one? Under same, reworded and recoded.
bool is_comparable(Change change);

// The rows of items of which that is true, in the order of the file. The pointers live as long as the
// concordance.
std::vector<const ConcordanceRow*> comparable_items(const Concordance& concordance);

// Rows of areas that link something: all but dropped and new. When a side is an area scheme, they only say
// beside which area an earlier printed result belongs.
std::vector<const ConcordanceRow*> linked_areas(const Concordance& concordance);

// Does a row carry every answer over, so that the item can count in its area? False when a map loses an old
// option or leaves a newer option that no old answer could have chosen; true for every row without a map.
bool carries_every_answer(const ConcordanceRow& row, const Item& newer);

// The items that count in the trend of linked areas, for one program, and the part of each side's full points
// that they hold, 0-1. Split and merged rows count as blocks.
struct TrackedAreas {
  std::vector<const ConcordanceRow*> items;
  double older_part = 0;
  double newer_part = 0;

  // A trend is printed only when the items hold at least half of the points of both sides.
  bool enough() const { return older_part >= 0.5 && newer_part >= 0.5; }
};

// `areas` is one of linked_areas(concordance); `programme` an id. A program that a side does not have, or an
// area scheme as a side, tracks nothing.
TrackedAreas tracked_areas(const Concordance& concordance, const ConcordanceRow& areas, const Edition& older,
                           const Edition& newer, std::string_view programme);

}  // namespace smm::instrument
