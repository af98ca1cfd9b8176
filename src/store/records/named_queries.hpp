// SPDX-License-Identifier: Apache-2.0
// The shipped queries on one connection, called by their names.
#pragma once

#include <string_view>

#include "store/connection.hpp"
#include "store/query_set.hpp"

namespace smm::store::records {

class NamedQueries {
 public:
  explicit NamedQueries(Connection& connection)
      : connection_(connection), queries_(shipped_queries(connection.engine())) {}

  Rows rows(std::string_view name, const Values& values = {}) const {
    return connection_.query(queries_[name], values);
  }
  std::optional<Row> row(std::string_view name, const Values& values = {}) const {
    return connection_.query_one(queries_[name], values);
  }

  // The number of rows that were inserted, changed or deleted.
  std::int64_t run(std::string_view name, const Values& values = {}) const {
    return connection_.execute(queries_[name], values);
  }

  // The same where nobody asks how many; what it refuses may show at the commit only.
  void run_later(std::string_view name, const Values& values) const {
    connection_.execute_later(queries_[name], values);
  }

  // rows() or row() of this will follow in the same transaction, which changes none of it until then.
  void ask_early(std::string_view name, const Values& values) const {
    connection_.ask_early(queries_[name], values);
  }

  // Changes exactly one row; throws Failure::foreign_key when there is none.
  void change(std::string_view name, const Values& values) const;

 private:
  Connection& connection_;
  const QuerySet& queries_;
};

}  // namespace smm::store::records
