// SPDX-License-Identifier: Apache-2.0
#include "store/records/named_queries.hpp"

#include "base/assert.hpp"
#include "store/store_error.hpp"

namespace smm::store::records {

void NamedQueries::change(std::string_view name, const Values& values) const {
  const std::int64_t changed = run(name, values);
  SMM_ASSERT(changed <= 1);
  if (changed == 0)
    throw StoreError(Failure::foreign_key, "There is no row that " + std::string(name) + " could change.");
}

}  // namespace smm::store::records
