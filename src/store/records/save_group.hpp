// SPDX-License-Identifier: Apache-2.0
// Saves of several schools in one transaction of PostgreSQL.
#pragma once

#include <exception>
#include <vector>

#include "app/installation/database.hpp"
#include "store/connection.hpp"

namespace smm::store::records {

struct GroupedSave {
  app::ExpectedSave expected;
  app::Database::Work work;
};

// What became of each, in order: nothing when it is kept once the transaction is, otherwise what its work
// threw, and nothing of it is kept. At most one of a school.
//
// Within a transaction. Throws StoreError when the transaction is of no more use, and what a work threw that
// had written by itself; then none is kept.
using SaveOutcomes = std::vector<std::exception_ptr>;
SaveOutcomes save_together(Connection& connection, const std::vector<GroupedSave>& saves);

// The same, and gives up after a moment (Failure::retry) where somebody else holds a part.
SaveOutcomes save_together_soon(Connection& connection, const std::vector<GroupedSave>& saves);

}  // namespace smm::store::records
