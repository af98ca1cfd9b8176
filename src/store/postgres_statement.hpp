// SPDX-License-Identifier: Apache-2.0
// A prepared statement of PostgreSQL, and results in its binary form.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "store/value.hpp"

struct pg_conn;
struct pg_result;

namespace smm::store {

struct ClearPostgresResult {
  void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, ClearPostgresResult>;

// The result, if the server carried it out; otherwise throws its StoreError.
PostgresResult checked_result(pg_conn* connection, pg_result* result, std::string_view doing);

// The rows that were inserted, changed or deleted; 0 for other commands.
std::int64_t changed_rows(pg_result* result);

class PostgresStatement {
 public:
  // `name` is unique on the connection. Throws as well for a column of a type that Value does not hold.
  PostgresStatement(pg_conn* connection, std::string name, std::string_view sql);

  PostgresResult run(const Values& values) const;

  // Hands it to libpq, to be sent with others; false when the connection is lost.
  bool send(const Values& values) const;
  // Throws for values that it does not take.
  void refuse_unfit(const Values& values) const;
  const std::string& sql() const { return sql_; }

 private:
  pg_conn* connection_;
  std::string name_;
  std::string sql_;
  std::size_t value_count_ = 0;
};

Rows rows_of(pg_result* result);

}  // namespace smm::store
