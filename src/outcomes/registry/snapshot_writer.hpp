// SPDX-License-Identifier: Apache-2.0
// Writes the snapshot of rows that were laid aside: merges the dictionaries, writes every column with final
// codes, the indexes, the table of hashes. The bytes depend on the rows and their order alone, not on the
// number of threads.
#pragma once

#include <optional>

#include "base/problem.hpp"
#include "outcomes/registry/built_rows.hpp"

namespace smm::outcomes::registry {

// Gives the dictionaries of the threads back on the way. A problem when the rows are more than a snapshot
// can hold.
std::optional<base::Problem> write_snapshot(BuiltRows& rows, const Provenance& provenance, GrowingBytes& file,
                                            unsigned threads);

}  // namespace smm::outcomes::registry
