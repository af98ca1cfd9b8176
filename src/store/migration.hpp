// SPDX-License-Identifier: Apache-2.0
// Migrations: the steps that brought a database's schema from nothing to today, numbered from 1 without a
// gap. They only go forward, and one that was applied never changes: a mistake is mended by the next.
//
// A file is `NNNN_name.sql`, in the SQL of sql_text.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/connection.hpp"
#include "store/sql_text.hpp"

namespace smm::store {

struct Migration {
  std::int64_t number = 0;
  std::string name;
  std::string sql;       // as written, with placeholders
  std::string checksum;  // SHA-256 of the text as written, in hex

  friend bool operator==(const Migration&, const Migration&) = default;
};

// Throws SqlTextError for a file of another name, or a gap.
std::vector<Migration> read_migrations(std::vector<SqlFile> files);

// Those of src/store/migrations.
std::vector<Migration> shipped_migrations();

// The number of the last migration that was applied, and before `migrate` ran.
struct SchemaVersion {
  std::int64_t before = 0;
  std::int64_t now = 0;

  friend bool operator==(const SchemaVersion&, const SchemaVersion&) = default;
};

// Applies what is missing, all of it in one transaction, and writes each step into `migration_log`. Of two
// programs that start at once, one waits for the other. Problems: database_newer, migration_changed; then
// nothing was done. `now` is microseconds since 1970 UTC.
base::Result<SchemaVersion> migrate(Connection& connection, const std::vector<Migration>& migrations,
                                    std::int64_t now);

// The same without applying anything; database_not_migrated when something is missing.
base::Result<SchemaVersion> check_schema(Connection& connection, const std::vector<Migration>& migrations);

}  // namespace smm::store
