// SPDX-License-Identifier: Apache-2.0
#include "store/records/stored_installations.hpp"

#include <unistd.h>

#include "store/migration.hpp"
#include "store/postgres.hpp"
#include "store/problems.hpp"
#include "store/records/backup_file.hpp"
#include "store/records/hold.hpp"
#include "store/records/installation_folder.hpp"
#include "store/records/problems.hpp"
#include "store/sqlite.hpp"

namespace smm::store::records {
namespace {

using OpenedDatabase = base::Result<std::unique_ptr<app::Database>>;

base::Problem missing(const std::string& folder) {
  return base::Problem(problem::installation_missing,
                       "there is no installation in " + folder + "; smm serve makes one");
}

bool is_missing(const app::DatabaseSettings& where) {
  return !where.data.empty() && !InstallationFolder{where.data}.has_database();
}

std::unique_ptr<Connection> connected(const app::DatabaseSettings& where, SqliteMode mode) {
  if (where.data.empty()) return open_postgres(where.database);
  return open_sqlite(InstallationFolder{where.data}.database(), mode);
}

OpenedDatabase opened_database(const app::DatabaseSettings& where, const DatabaseLimits& limits) {
  if (where.data.empty()) return open_postgres_database(where.database, limits);
  return open_sqlite_database(InstallationFolder{where.data}.database(), limits);
}

bool was_never_migrated(Connection& connection) {
  const auto none = check_schema(connection, {});
  return none.ok();
}

bool is_made(const app::DatabaseSettings& where) {
  return !is_missing(where) && !was_never_migrated(*connected(where, SqliteMode::read_write));
}

// Only what holds nothing yet: an older database is migrated when somebody asks for it.
std::optional<base::Problems> make_what_is_missing(const app::DatabaseSettings& where, base::Instant now) {
  const auto connection = connected(where, SqliteMode::create);
  if (!was_never_migrated(*connection)) return std::nullopt;
  const auto made = store::migrate(*connection, shipped_migrations(), now.microseconds);
  return made ? std::nullopt : std::optional(made.problems());
}

// The number of the last migration; an older database can be kept and brought back, too.
base::Result<std::int64_t> schema_of(Connection& connection) {
  const auto known = check_schema(connection, shipped_migrations());
  if (!known && known.problems().front().code != store::problem::database_not_migrated.code)
    return known.problems();
  return connection.query_one("SELECT count(*) FROM migration_log")->integer(0);
}

// What is restored was checked byte by byte; this finds what was wrong already when it was kept.
std::optional<base::Problem> unsound(Connection& connection, const std::string& file) {
  const auto damage = connection.query_one("PRAGMA integrity_check(1)");
  if (damage->text(0) != "ok")
    return base::Problem(problem::backup_damaged, "the database in the backup is damaged: " + damage->text(0),
                         base::Place{file});
  if (!connection.query("PRAGMA foreign_key_check").empty())
    return base::Problem(problem::backup_damaged, "the database in the backup names rows that are not there",
                         base::Place{file});
  return std::nullopt;
}

// Removes what SQLite leaves beside a database that was looked at.
void remove_logs_of(const std::string& database) {
  for (const char* end : {"-wal", "-shm", "-journal"}) ::unlink((database + end).c_str());
}

std::optional<base::Problems> refusal_to_put_in_place(const std::string& database, const std::string& file) {
  const auto connection = open_sqlite(database, SqliteMode::read_write);
  if (auto problem = unsound(*connection, file)) return base::Problems{std::move(*problem)};
  const auto schema = schema_of(*connection);
  return schema ? std::nullopt : std::optional(schema.problems());
}

}  // namespace

OpenedDatabase StoredInstallations::open(const app::DatabaseSettings& where, app::Hold hold) {
  if (is_missing(where)) return missing(where.data);
  if (hold == app::Hold::beside_others) return opened_database(where, limits_);
  auto alone = hold_alone(where);
  if (!alone) return alone.problems();
  auto database = opened_database(where, limits_);
  if (!database) return database;
  return held(std::move(alone).value(), std::move(database).value());
}

OpenedDatabase StoredInstallations::open_or_make(const app::DatabaseSettings& where, app::Hold hold,
                                                 base::Instant now) {
  if (!where.data.empty()) InstallationFolder{where.data}.make();
  if (hold == app::Hold::beside_others && is_made(where)) return opened_database(where, limits_);
  auto alone = hold_alone(where);
  if (!alone) return alone.problems();
  if (auto problems = make_what_is_missing(where, now)) return std::move(*problems);
  auto database = opened_database(where, limits_);
  if (!database || hold == app::Hold::beside_others) return database;
  return held(std::move(alone).value(), std::move(database).value());
}

base::Result<app::MigrationSteps> StoredInstallations::migrate(const app::DatabaseSettings& where,
                                                               base::Instant now) {
  if (is_missing(where)) return missing(where.data);
  const auto alone = hold_alone(where);
  if (!alone) return alone.problems();
  const auto connection = connected(where, SqliteMode::read_write);
  const auto done = store::migrate(*connection, shipped_migrations(), now.microseconds);
  if (!done) return done.problems();
  return app::MigrationSteps{done->before, done->now};
}

// The copy is one state of the database (SQLite reads it in one transaction) and holds no free pages.
base::Result<app::BackupSummary> StoredInstallations::backup(const std::string& folder,
                                                             const std::string& file) {
  const InstallationFolder installation{folder};
  if (!installation.has_database()) return missing(folder);
  const auto connection = open_sqlite(installation.database(), SqliteMode::read_only);
  const auto schema = schema_of(*connection);
  if (!schema) return schema.problems();
  DurableFile backup(file);
  connection->execute("VACUUM INTO ?", {backup.part()});
  remove_logs_of(backup.part());
  const auto summary = add_trailer(backup, *schema);
  backup.put_in_place();
  return summary;
}

base::Result<app::BackupSummary> StoredInstallations::restore(const std::string& file,
                                                              const std::string& folder) {
  const auto checked = check_backup(file);
  if (!checked) return checked;
  const InstallationFolder installation{folder};
  if (!installation.is_empty())
    return base::Problem(problem::folder_not_empty,
                         folder + " is not empty; restore into a new folder, or move the old one away first");
  installation.make();
  const auto alone = hold_alone({.data = folder, .database = {}, .key_file = {}});
  if (!alone) return alone.problems();
  DurableFile database(installation.database());
  copy_bytes(file, checked->bytes, database);
  const auto refused = refusal_to_put_in_place(database.part(), file);
  remove_logs_of(database.part());
  if (refused) return *refused;
  database.put_in_place();
  return checked;
}

}  // namespace smm::store::records
