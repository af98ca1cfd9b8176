// SPDX-License-Identifier: Apache-2.0
#include "store/records/database_gauge.hpp"

#include "store/migration.hpp"
#include "store/postgres.hpp"
#include "store/problems.hpp"
#include "store/records/installation_folder.hpp"
#include "store/sqlite.hpp"
#include "store/store_error.hpp"

namespace smm::store::records {
namespace {

// The newest entry is some chain's last, so that no table is read from end to end.
constexpr const char* last_entry =
    "SELECT MAX(audit.written) FROM audit_head JOIN audit ON audit.chain = audit_head.chain "
    "AND audit.number = audit_head.number";
constexpr const char* oldest_waiting = "SELECT MIN(created) FROM mail WHERE state = 'waiting'";
constexpr const char* first_migration = "SELECT MIN(applied_at) FROM migration_log";

constexpr const char* server_settings =
    "SELECT current_setting('server_version_num')::bigint, current_setting('fsync'), "
    "current_setting('full_page_writes'), current_setting('synchronous_commit'), "
    "current_setting('max_connections')::bigint, coalesce(host(inet_server_addr()), ''), "
    "(SELECT count(*) FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl), "
    "(extract(epoch from clock_timestamp()) * 1000000)::bigint";

std::optional<base::Instant> instant_in(Connection& connection, const char* sql) {
  const auto row = connection.query_one(sql);
  if (!row || row->is_null(0)) return std::nullopt;
  return base::Instant{row->integer(0)};
}

void look_at_server(Connection& connection, DatabaseSeen& seen) {
  const Row row = *connection.query_one(server_settings);
  const std::string address = row.text(5);
  seen.server = {.version = row.integer(0),
                 .fsync = row.text(1),
                 .full_page_writes = row.text(2),
                 .synchronous_commit = row.text(3),
                 .connections = row.integer(4),
                 .local = address.empty() || address.starts_with("127.") || address == "::1",
                 .encrypted = row.integer(6) != 0};
  seen.clock = base::Instant{row.integer(7)};
}

// One that is behind is told by its number; whatever else is wrong, in words.
void look_at_schema(Connection& connection, DatabaseSeen& seen) {
  const auto migrations = shipped_migrations();
  seen.schema.known = static_cast<std::int64_t>(migrations.size());
  const auto found = check_schema(connection, migrations);
  if (found) {
    seen.schema.applied = found->now;
  } else if (found.problems().front().code != store::problem::database_not_migrated.code) {
    seen.schema.fault = found.problems().front().sentence;
  } else if (!check_schema(connection, {})) {  // some were applied
    seen.schema.applied = connection.query_one("SELECT count(*) FROM migration_log")->integer(0);
  }
}

void look_at_rows(Connection& connection, DatabaseSeen& seen) {
  seen.last_written = instant_in(connection, last_entry);
  seen.oldest_mail = instant_in(connection, oldest_waiting);
  seen.made = instant_in(connection, first_migration).value_or(base::Instant{});
}

std::unique_ptr<Connection> connection_to(const app::DatabaseSettings& where) {
  if (where.data.empty()) return open_any_postgres(where.database);
  return open_sqlite(InstallationFolder{where.data}.database(), SqliteMode::read_only);
}

void look(const app::DatabaseSettings& where, DatabaseSeen& seen) {
  const auto connection = connection_to(where);
  if (connection->engine() == Engine::postgres) look_at_server(*connection, seen);
  look_at_schema(*connection, seen);
  const bool whole = seen.schema.fault.empty() && seen.schema.applied == seen.schema.known;
  if (whole) look_at_rows(*connection, seen);
}

}  // namespace

DatabaseSeen look_at_database(const app::DatabaseSettings& where) {
  DatabaseSeen seen;
  if (!where.data.empty() && !InstallationFolder{where.data}.has_database()) {
    seen.schema.fault = "there is no installation in " + where.data + "; smm serve makes one";
    return seen;
  }
  try {
    look(where, seen);
  } catch (const StoreError& error) {
    seen.schema.fault = error.what();
  }
  return seen;
}

}  // namespace smm::store::records
