// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "store/sqlite_statement.hpp"
#include "store/statement_cache.hpp"
#include "store/store_error.hpp"

namespace smm::store {
namespace {

struct CloseSqlite {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using SqliteHandle = std::unique_ptr<sqlite3, CloseSqlite>;

class SqliteConnection final : public Connection {
 public:
  explicit SqliteConnection(SqliteHandle database) : database_(std::move(database)) {}

  Engine engine() const override { return Engine::sqlite; }
  void run_script(const std::string& sql) override;
  void check(std::string_view sql) override { SqliteStatement(database_.get(), sql); }
  bool in_transaction() const override { return begun_; }

  void begin(Access access) override;
  void commit() override;
  void rollback() noexcept override;
  void set_savepoint(const std::string& name) override { run("SAVEPOINT " + name, {}); }
  void release_savepoint(const std::string& name) override { run("RELEASE " + name, {}); }
  void rollback_to_savepoint(const std::string& name) override;

 protected:
  Outcome run(std::string_view sql, const Values& values) override;

 private:
  Outcome run_unguarded(std::string_view sql, const Values& values);
  void refuse_if_failed() const;

  SqliteHandle database_;
  StatementCache<SqliteStatement> statements_;
  bool begun_ = false;   // by begin(); SQLite itself may have taken the transaction back since (a full disk)
  bool failed_ = false;  // a statement of the open transaction failed
};

void SqliteConnection::run_script(const std::string& sql) {
  refuse_if_failed();
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return;
  failed_ = begun_;
  throw_sqlite_error(database_.get(), code, "running a script");
}

// SQLite would go on after an error, PostgreSQL does not: what works here has to work there.
void SqliteConnection::refuse_if_failed() const {
  if (failed_) throw StoreError(Failure::aborted, "An earlier statement of this transaction failed.");
}

Connection::Outcome SqliteConnection::run_unguarded(std::string_view sql, const Values& values) {
  const auto prepare = [&] { return SqliteStatement(database_.get(), sql); };
  const auto before = sqlite3_total_changes64(database_.get());
  Outcome outcome;
  outcome.rows = statements_.of(sql, prepare).run(values);
  if (sqlite3_total_changes64(database_.get()) != before)
    outcome.changed = sqlite3_changes64(database_.get());
  return outcome;
}

Connection::Outcome SqliteConnection::run(std::string_view sql, const Values& values) {
  refuse_if_failed();
  try {
    return run_unguarded(sql, values);
  } catch (...) {
    failed_ = begun_;
    throw;
  }
}

void SqliteConnection::begin(Access access) {
  run_unguarded(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN", {});
  begun_ = true;
}

void SqliteConnection::commit() {
  refuse_if_failed();
  run_unguarded("COMMIT", {});
  begun_ = false;
}

void SqliteConnection::rollback() noexcept {
  begun_ = false;
  failed_ = false;
  sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteConnection::rollback_to_savepoint(const std::string& name) {
  run_unguarded("ROLLBACK TO " + name, {});
  failed_ = false;
}

// The file has to be there before SQLite makes it, to be its owner's alone; the log beside it follows. What
// keeps the file from being made, SQLite will say.
void make_private_file(const std::string& path) {
  const int made = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (made >= 0) ::close(made);
}

int opening_flags(SqliteMode mode) {
  switch (mode) {
    case SqliteMode::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case SqliteMode::read_write:
      return SQLITE_OPEN_READWRITE;
    case SqliteMode::read_only:
      break;
  }
  return SQLITE_OPEN_READONLY;
}

// SQLite counts every byte it allocates under one lock of the whole process, which all connections wait for.
// Nobody reads these counts. It has to be said before SQLite is used first; afterwards it changes nothing.
void count_no_bytes() {
  static const int answered = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(answered);
}

SqliteHandle opened(const std::string& path, SqliteMode mode) {
  count_no_bytes();
  if (mode == SqliteMode::create) make_private_file(path);
  sqlite3* made = nullptr;
  const int flags = opening_flags(mode) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(path.c_str(), &made, flags, nullptr);
  SqliteHandle database(made);
  if (code != SQLITE_OK) throw_sqlite_error(made, code, "opening " + path);
  return database;
}

// Of several programs that open a new file at once, one turns the log on; for this SQLite does not wait
// itself.
void use_write_ahead_log(Connection& connection) {
  for (int attempt = 1;; ++attempt) {
    try {
      if (connection.query_one("PRAGMA journal_mode=WAL")->text(0) == "wal") return;
      throw StoreError(Failure::gone, "SQLite: this file system cannot hold a write-ahead log.");
    } catch (const StoreError& error) {
      if (error.kind != Failure::retry || attempt == 100) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }
}

void settle(Connection& connection, SqliteMode mode) {
  connection.run_script(
      "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA "
      "temp_store=MEMORY");
  if (mode == SqliteMode::read_only) return;
  use_write_ahead_log(connection);
  connection.run_script("PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864");
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, SqliteMode mode) {
  SqliteHandle database = opened(path, mode);
  sqlite3_busy_timeout(database.get(), 5000);
  for (const int off : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL})
    sqlite3_db_config(database.get(), off, 0, nullptr);
  sqlite3_db_config(database.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  auto connection = std::make_unique<SqliteConnection>(std::move(database));
  settle(*connection, mode);
  return connection;
}

}  // namespace smm::store
