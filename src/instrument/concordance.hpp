// SPDX-License-Identifier: Apache-2.0
// A concordance: what became of each area and item of an older edition or area scheme in a newer one.
//
// It is the only ground on which an earlier answer may stand beside a later one; ids and labels that look
// alike say nothing. It is read from older to newer and never turned around. What each word allows is worked
// out in tracking.hpp and earlier_answer.hpp; docs/reference/concordance.md says how it is written.
//
// A concordance that exists has passed every check of load_concordance: each area and item of both sides
// stands in exactly one row, every row fits its word, and what is called the same is the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.hpp"
#include "base/result.hpp"
#include "instrument/area_scheme.hpp"
#include "instrument/edition.hpp"

namespace smm::instrument {

enum class Change { same, reworded, recoded, split, merged, dropped, added };  // `added` is written "new"

std::string_view to_string(Change change);

// How an old option or topic reads today; without `to`, an answer that chose it cannot be carried over.
struct MappedOption {
  std::string from;
  std::optional<std::string> to;
  base::Place place;
};

struct ConcordanceRow {
  std::vector<std::string> from;
  std::vector<std::string> to;
  Change change = Change::same;
  std::string note;  // printed wherever the row is used; empty only for `same`
  std::vector<MappedOption> map;
  std::optional<double> factor;  // what old counts and dollars are multiplied by
  base::Place place;
};

struct Concordance {
  std::string from;
  std::string to;
  std::vector<ConcordanceRow> areas;
  std::vector<ConcordanceRow> items;  // empty when a side is an area scheme
};

// What either side of a concordance may be: an edition, or an area scheme, which has no items.
// A view: the edition must outlive it.
struct ConcordanceSide {
  std::string id;
  std::vector<std::string> areas;
  const Edition* edition = nullptr;  // null for an area scheme
};

ConcordanceSide side_of(const Edition& edition);
ConcordanceSide side_of(const AreaScheme& scheme);

// Finds every problem of the file at once. `sides` are all editions and schemes there are; the file's name
// is taken from the document's place.
base::Result<Concordance> load_concordance(const base::Document& document,
                                           const std::vector<ConcordanceSide>& sides);

}  // namespace smm::instrument
