// SPDX-License-Identifier: Apache-2.0
#include "store/records/named_queries.hpp"

#include "base/assert.hpp"
#include "store/store_error.hpp"

namespace smm::store::records {

Rows NamedQueries::rows(std::string_view name, const Values& values) const {
  if (group_ != nullptr)
    if (auto known = group_->answer(name, values)) return std::move(*known);
  return connection_.query(queries_[name], values);
}

std::optional<Row> NamedQueries::row(std::string_view name, const Values& values) const {
  return only_row(rows(name, values));
}

std::int64_t NamedQueries::run(std::string_view name, const Values& values) const {
  if (group_ != nullptr) group_->wrote_by_itself();
  return connection_.execute(queries_[name], values);
}

void NamedQueries::run_later(std::string_view name, const Values& values) const {
  if (group_ != nullptr)
    group_->write(name, values);
  else
    connection_.execute_later(queries_[name], values);
}

void NamedQueries::change(std::string_view name, const Values& values) const {
  const std::int64_t changed = run(name, values);
  SMM_ASSERT(changed <= 1);
  if (changed == 0)
    throw StoreError(Failure::foreign_key, "There is no row that " + std::string(name) + " could change.");
}

}  // namespace smm::store::records
