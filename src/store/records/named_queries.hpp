// SPDX-License-Identifier: Apache-2.0
// The shipped queries on one connection, called by their names.
#pragma once

#include <string_view>

#include "store/connection.hpp"
#include "store/query_set.hpp"
#include "store/records/grouped_queries.hpp"

namespace smm::store::records {

class NamedQueries {
 public:
  // With a group, what that was asked for is not asked again, and what may be written later is written by it.
  explicit NamedQueries(Connection& connection, GroupedQueries* group = nullptr)
      : connection_(connection), queries_(shipped_queries(connection.engine())), group_(group) {}

  Rows rows(std::string_view name, const Values& values = {}) const;
  std::optional<Row> row(std::string_view name, const Values& values = {}) const;

  // The number of rows that were inserted, changed or deleted.
  std::int64_t run(std::string_view name, const Values& values = {}) const;

  // The same where nobody asks how many; what it refuses may show at the commit only.
  void run_later(std::string_view name, const Values& values) const;

  // rows() or row() of this will follow in the same transaction, which changes none of it until then.
  void ask_early(std::string_view name, const Values& values) const {
    connection_.ask_early(queries_[name], values);
  }

  // Changes exactly one row; throws Failure::foreign_key when there is none.
  void change(std::string_view name, const Values& values) const;

 private:
  Connection& connection_;
  const QuerySet& queries_;
  GroupedQueries* group_;
};

}  // namespace smm::store::records
