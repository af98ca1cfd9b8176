// SPDX-License-Identifier: Apache-2.0
#include "store/records/stored_installations.hpp"

#include <unistd.h>

#include <algorithm>

#include "store/migration.hpp"
#include "store/postgres.hpp"
#include "store/problems.hpp"
#include "store/records/durable_file.hpp"
#include "store/records/erased_file.hpp"
#include "store/records/hold.hpp"
#include "store/records/house_file.hpp"
#include "store/records/house_tables.hpp"
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

// The folder, or the schema that the URL names as its search path, so that an office gets one of its own.
void make_place(const app::DatabaseSettings& where) {
  if (!where.data.empty()) return InstallationFolder{where.data}.make();
  const auto connection = open_postgres(where.database);
  if (!connection->query_one("SELECT current_schema()")->is_null(0)) return;
  const std::string schema = connection->query_one("SELECT current_setting('search_path')")->text(0);
  const bool one_plain_name = std::ranges::all_of(
      schema, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  if (one_plain_name) connection->run_script("CREATE SCHEMA IF NOT EXISTS " + schema);
}

// Removes, when it goes, what SQLite leaves beside a database that it had open.
class LogsOf {
 public:
  explicit LogsOf(std::string database) : database_(std::move(database)) {}
  LogsOf(const LogsOf&) = delete;
  LogsOf& operator=(const LogsOf&) = delete;
  ~LogsOf() {
    for (const char* end : {"-wal", "-shm", "-journal"}) ::unlink((database_ + end).c_str());
  }

 private:
  std::string database_;
};

// Beside its place, then into it.
base::Result<app::BackupSummary> restored_into(const InstallationFolder& installation,
                                               const std::string& file, const crypto::InstallationKey& key,
                                               base::Instant now) {
  DurableFile database(installation.database());
  auto made = [&] {
    const LogsOf logs(database.part());
    const auto connection = open_sqlite(database.part(), SqliteMode::create);
    return read_house(*connection, file, key, now);
  }();
  if (made) database.put_in_place();
  return made;
}

base::Result<std::unique_ptr<HeldPlace>> hold_as(app::Hold hold, const app::DatabaseSettings& where) {
  return hold == app::Hold::serving ? hold_to_serve(where) : hold_alone(where);
}

std::vector<app::TableRows> counted_rows(Connection& connection) {
  std::vector<app::TableRows> counted;
  for (const HouseTable& table : house_tables(connection))
    counted.push_back(
        {table.name, connection.query_one("SELECT count(*) FROM " + quoted_names({table.name}))->integer(0)});
  std::ranges::sort(counted, {}, &app::TableRows::table);
  return counted;
}

void erase_folder(const InstallationFolder& installation) {
  for (const char* end : {"-wal", "-shm", "-journal", ""}) erase_file(installation.database() + end);
  ::unlink(installation.lock().c_str());
  ::rmdir(installation.path.c_str());  // stays when something else is in it
}

// A role may own its schema and no right to make others, so that `public` stays as an empty one.
void erase_schema(Connection& connection) {
  const std::string schema = connection.query_one("SELECT current_schema()")->text(0);
  connection.run_script("DROP SCHEMA " + quoted_names({schema}) + " CASCADE");
  if (schema == "public") connection.run_script("CREATE SCHEMA public");
}

}  // namespace

OpenedDatabase StoredInstallations::open(const app::DatabaseSettings& where, app::Hold hold) {
  if (is_missing(where)) return missing(where.data);
  if (hold == app::Hold::beside_others) return opened_database(where, limits_);
  auto hold_on = hold_as(hold, where);
  if (!hold_on) return hold_on.problems();
  auto database = opened_database(where, limits_);
  if (!database) return database;
  return held(std::move(hold_on).value(), std::move(database).value());
}

OpenedDatabase StoredInstallations::open_or_make(const app::DatabaseSettings& where, app::Hold hold,
                                                 base::Instant now) {
  make_place(where);
  if (hold == app::Hold::beside_others && is_made(where)) return opened_database(where, limits_);
  auto hold_on = hold_as(hold, where);
  if (!hold_on) return hold_on.problems();
  if (auto problems = make_what_is_missing(where, now)) return std::move(*problems);
  auto database = opened_database(where, limits_);
  if (!database || hold == app::Hold::beside_others) return database;
  return held(std::move(hold_on).value(), std::move(database).value());
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

base::Result<app::BackupSummary> StoredInstallations::backup(const app::DatabaseSettings& where,
                                                             const std::string& file,
                                                             const crypto::InstallationKey& key) {
  if (is_missing(where)) return missing(where.data);
  return write_house(*connected(where, SqliteMode::read_only), file, key);
}

base::Result<app::BackupSummary> StoredInstallations::restore(const std::string& file,
                                                              const app::DatabaseSettings& where,
                                                              const crypto::InstallationKey& key,
                                                              base::Instant now) {
  const auto checked = check_house(file, key);
  if (!checked) return checked;
  const InstallationFolder installation{where.data};
  if (!where.data.empty()) {
    if (!installation.is_empty())
      return base::Problem(problem::folder_not_empty, where.data +
                                                          " is not empty; restore into a new folder, or move "
                                                          "the old one away first");
  }
  make_place(where);
  const auto alone = hold_alone(where);
  if (!alone) return alone.problems();
  if (!where.data.empty()) return restored_into(installation, file, key, now);
  return read_house(*open_postgres(where.database), file, key, now);
}

base::Result<std::vector<app::TableRows>> StoredInstallations::erase(const app::DatabaseSettings& where,
                                                                     const app::Erasure& how) {
  if (!is_made(where)) return missing(where.data.empty() ? "this database" : where.data);
  const auto alone = hold_alone(where);
  if (!alone) return alone.problems();
  {
    const auto database = opened_database(where, limits_);
    if (!database) return database.problems();
    if (auto problems = how.refusal(**database); !problems.empty()) return problems;
  }
  auto counted = counted_rows(*connected(where, SqliteMode::read_write));
  how.before();
  if (where.data.empty())
    erase_schema(*connected(where, SqliteMode::read_write));
  else
    erase_folder({where.data});
  return counted;
}

}  // namespace smm::store::records
