// SPDX-License-Identifier: Apache-2.0
#include "store/connection.hpp"

namespace smm::store {

std::int64_t Connection::execute(std::string_view sql, const Values& values) {
  return run(sql, values).changed;
}

Rows Connection::query(std::string_view sql, const Values& values) {
  return run(sql, values).rows;
}

std::optional<Row> Connection::query_one(std::string_view sql, const Values& values) {
  return only_row(query(sql, values));
}

}  // namespace smm::store
