// SPDX-License-Identifier: Apache-2.0
#include "store/migration.hpp"
#include "store/problems.hpp"
#include "store/transaction.hpp"

namespace smm::store {
namespace {

constexpr const char* migration_log_table =
    "CREATE TABLE migration_log (number {int64} PRIMARY KEY, name {text} NOT NULL, checksum {text} NOT NULL, "
    "applied_at {time} NOT NULL) {table}";

// Any number will do, as long as it is always the same.
constexpr std::int64_t migration_lock = 0x736d6d;

// By a query of rows: to_regclass may answer from what this connection knew before another made the table.
bool has_migration_log(Connection& connection) {
  const char* sql = connection.engine() == Engine::sqlite
                        ? "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration_log'"
                        : "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() "
                          "AND table_name = 'migration_log'";
  return connection.query_one(sql).has_value();
}

std::string padded(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

// What was applied, held against what this program knows: the first number that is missing, or problems.
base::Result<std::int64_t> applied(Connection& connection, const std::vector<Migration>& migrations) {
  base::Problems problems;
  Rows rows;
  if (has_migration_log(connection))
    rows = connection.query("SELECT number, name, checksum FROM migration_log ORDER BY number");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string title = padded(rows[i].integer(0)) + "_" + rows[i].text(1);
    if (i >= migrations.size())
      problems.emplace_back(problem::database_newer, "The database has migration " + title +
                                                         ", which this program does not know; use " +
                                                         "the program that wrote it, or a newer one");
    else if (rows[i].integer(0) != migrations[i].number || rows[i].text(2) != migrations[i].checksum)
      problems.emplace_back(problem::migration_changed, "Migration " + title +
                                                            " was applied with another text than this " +
                                                            "program has; use the program that wrote it");
  }
  if (!problems.empty()) return problems;
  return static_cast<std::int64_t>(rows.size());
}

void apply(Connection& connection, const Migration& migration, std::int64_t now) {
  connection.run_script(for_engine(migration.sql, connection.engine()));
  connection.execute("INSERT INTO migration_log (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
                     {migration.number, migration.name, migration.checksum, now});
}

}  // namespace

base::Result<SchemaVersion> migrate(Connection& connection, const std::vector<Migration>& migrations,
                                    std::int64_t now) {
  Transaction transaction(connection);
  if (connection.engine() == Engine::postgres)
    connection.query("SELECT 1 FROM pg_advisory_xact_lock(?)", {migration_lock});
  const auto before = applied(connection, migrations);
  if (!before) return before.problems();
  if (!has_migration_log(connection))
    connection.run_script(for_engine(migration_log_table, connection.engine()));
  for (auto i = static_cast<std::size_t>(*before); i < migrations.size(); ++i)
    apply(connection, migrations[i], now);
  transaction.commit();
  return SchemaVersion{*before, static_cast<std::int64_t>(migrations.size())};
}

base::Result<SchemaVersion> check_schema(Connection& connection, const std::vector<Migration>& migrations) {
  const auto found = applied(connection, migrations);
  if (!found) return found.problems();
  if (static_cast<std::size_t>(*found) < migrations.size())
    return base::Problem(problem::database_not_migrated,
                         "The database is at migration " + std::to_string(*found) + " of " +
                             std::to_string(migrations.size()) + "; run smm migrate");
  return SchemaVersion{*found, *found};
}

}  // namespace smm::store
