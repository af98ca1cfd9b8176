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
std::vector<Step> read_steps(base::DocumentReader& reader, Direction direction, base::Problems& problems);

// A list of programme ids, or "all".
ProgrammeSet read_programme_set(base::DocumentReader& reader, const Edition& edition,
                                base::Problems& problems);

}  // namespace smm::instrument
