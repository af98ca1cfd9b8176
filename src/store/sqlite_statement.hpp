// SPDX-License-Identifier: Apache-2.0
// One prepared statement of SQLite: binding, stepping, reading columns.
#pragma once

#include <memory>
#include <string_view>

#include "store/value.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace smm::store {

// Throws the StoreError that the connection's last result code stands for; `code` when it has none.
[[noreturn]] void throw_sqlite_error(sqlite3* database, int code, std::string_view doing);

class SqliteStatement {
 public:
  // Exactly one statement.
  SqliteStatement(sqlite3* database, std::string_view sql);

  // Steps to the end, and leaves the statement ready for the next time, also when it throws.
  Rows run(const Values& values);

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  void bind(const Values& values);
  Row row() const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace smm::store
