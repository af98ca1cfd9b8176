// SPDX-License-Identifier: Apache-2.0
// Reads one item's fields. Checks what can be seen in the item alone: words, ids, shape by type. What needs
// the whole edition (routing, areas) is checked later.
#pragma once

#include "base/document.hpp"
#include "base/document_reader.hpp"
#include "base/problem.hpp"
#include "instrument/edition.hpp"

namespace smm::instrument {

// `edition` has its frame and glossary read; `kind` is the section's.
Item read_item(const base::Document& document, const Edition& edition, SectionKind kind,
               base::Problems& problems);

// The fields that depend on the item's type: options, phases, topics, steps, quantities, limits.
void read_answer_shape(base::DocumentReader& reader, Item& item, base::Problems& problems);
void pass_over_answer_shape(base::DocumentReader& reader);  // of an item whose type is not known
std::vector<Step> read_steps(base::DocumentReader& reader, Direction direction, base::Problems& problems);

// A list of ids with the place of each; what is no id is reported and left out.
struct PlacedId {
  std::string id;
  base::Place place;
};
std::vector<PlacedId> read_placed_ids(base::DocumentReader& reader, std::string_view key);

// A whole number from `low` to `high`; absent when there is none, or when it was reported.
std::optional<int> read_within(base::DocumentReader& reader, std::string_view key, int low, int high,
                               base::Problems& problems);

// A list of programme ids, or "all".
ProgrammeSet read_programme_set(base::DocumentReader& reader, const Edition& edition,
                                base::Problems& problems);

}  // namespace smm::instrument
