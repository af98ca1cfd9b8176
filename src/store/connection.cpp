// SPDX-License-Identifier: Apache-2.0
#include "store/connection.hpp"

#include "base/assert.hpp"

namespace smm::store {

std::int64_t Connection::execute(std::string_view sql, const Values& values) {
  return run(sql, values).changed;
}

Rows Connection::query(std::string_view sql, const Values& values) {
  return run(sql, values).rows;
}

std::optional<Row> Connection::query_one(std::string_view sql, const Values& values) {
  Rows rows = query(sql, values);
  SMM_ASSERT(rows.size() <= 1);
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

}  // namespace smm::store
