// SPDX-License-Identifier: Apache-2.0
// The checks of a concordance that was read: rows in themselves, rows against the ids of both sides, and
// what is said of single items against the items themselves.
#pragma once

#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "instrument/concordance.hpp"

namespace smm::instrument {

// One table of rows, "area" or "item", with the ids that either side has; null where the side is not known,
// so that ids cannot be judged.
struct ConcordanceTable {
  std::string_view what;
  const std::vector<ConcordanceRow>& rows;
  const std::vector<std::string>* older;
  const std::vector<std::string>* newer;
  base::Place place;  // of the table, for ids that stand in no row
};

// Numbers of ids, notes, and where `map` and `factor` may stand.
void check_row_shapes(std::string_view what, const std::vector<ConcordanceRow>& rows,
                      base::Problems& problems);

// Every id in a row is one of its side, and stands there once.
void check_row_ids(const ConcordanceTable& table, base::Problems& problems);

// Every id of either side stands in a row. Only to be asked when all rows could be read.
void check_completeness(const ConcordanceTable& table, base::Problems& problems);

// `same` and `reworded` against the items, for every programme that has both.
void check_unchanged_items(const Concordance& concordance, const Edition& older, const Edition& newer,
                           base::Problems& problems);

// `recoded` items, their maps and factors.
void check_recoded_items(const Concordance& concordance, const Edition& older, const Edition& newer,
                         base::Problems& problems);

}  // namespace smm::instrument
