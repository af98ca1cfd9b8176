// SPDX-License-Identifier: Apache-2.0
#include "store/postgres.hpp"

#include <libpq-fe.h>

#include <utility>
#include <vector>

#include "store/postgres_pipeline.hpp"
#include "store/statement_cache.hpp"
#include "store/store_error.hpp"

namespace smm::store {
namespace {

struct ClosePostgres {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
using PostgresHandle = std::unique_ptr<PGconn, ClosePostgres>;

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(PostgresHandle connection)
      : connection_(std::move(connection)), pipeline_(connection_.get()) {}

  Engine engine() const override { return Engine::postgres; }
  void execute_later(std::string_view sql, const Values& values) override;
  void ask_early(std::string_view sql, const Values& values) override;
  void run_script(const std::string& sql) override;
  void check(std::string_view sql) override;
  bool in_transaction() const override;

  void begin(Access access) override;
  void commit() override;
  void rollback() noexcept override;
  void set_savepoint(const std::string& name) override { command("SAVEPOINT " + name); }
  void release_savepoint(const std::string& name) override { command("RELEASE " + name); }
  void rollback_to_savepoint(const std::string& name) override { command("ROLLBACK TO " + name); }

 protected:
  Outcome run(std::string_view sql, const Values& values) override;

 private:
  PostgresStatement& prepared(std::string_view sql);
  PostgresResult command(const std::string& sql);
  void flush();
  void settle();
  void throw_if_lost();

  PostgresHandle connection_;
  StatementCache<PostgresStatement> statements_;
  int statement_number_ = 0;
  PostgresPipeline pipeline_;
  Access access_ = Access::write;
  bool answer_due_ = false;  // to the COMMIT of a transaction that only read
};

PostgresStatement& PostgresConnection::prepared(std::string_view sql) {
  return statements_.of(sql, [&] {
    return PostgresStatement(connection_.get(), "s" + std::to_string(++statement_number_), sql);
  });
}

// The answer to a commit that nobody waited for.
void PostgresConnection::settle() {
  if (!std::exchange(answer_due_, false)) return;
  while (PostgresResult due{PQgetResult(connection_.get())}) {
  }
  throw_if_lost();
}

// A server that went says so before the connection is used again. Looking waits for nothing; a farewell may
// come before the end.
void PostgresConnection::throw_if_lost() {
  for (int look = 0; look < 2; ++look)
    if (PQconsumeInput(connection_.get()) == 0 || PQstatus(connection_.get()) != CONNECTION_OK)
      throw StoreError(Failure::gone, "PostgreSQL: " + std::string(PQerrorMessage(connection_.get())));
}

PostgresResult PostgresConnection::command(const std::string& sql) {
  settle();
  if (!pipeline_.anything_waits())
    return checked_result(connection_.get(), PQexec(connection_.get(), sql.c_str()), sql);
  const auto send = [&] {
    return PQsendQueryParams(connection_.get(), sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
  };
  return pipeline_.send_with(send, sql);
}

void PostgresConnection::flush() {
  if (pipeline_.anything_waits()) command("SELECT 1");
}

void PostgresConnection::execute_later(std::string_view sql, const Values& values) {
  if (!in_transaction()) return void(run(sql, values));
  pipeline_.add(prepared(sql), values);
}

void PostgresConnection::ask_early(std::string_view sql, const Values& values) {
  if (in_transaction()) pipeline_.ask_early(sql, prepared(sql), values);
}

// Several statements at once, which only go alone.
void PostgresConnection::run_script(const std::string& sql) {
  settle();
  flush();
  checked_result(connection_.get(), PQexec(connection_.get(), sql.c_str()), sql);
}

void PostgresConnection::check(std::string_view sql) {
  settle();
  PostgresStatement(connection_.get(), "", sql);
}

bool PostgresConnection::in_transaction() const {
  if (answer_due_) return false;
  if (pipeline_.begins()) return true;
  const PGTransactionStatusType status = PQtransactionStatus(connection_.get());
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

void PostgresConnection::begin(Access access) {
  settle();
  throw_if_lost();
  access_ = access;
  pipeline_.begin(access == Access::write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

// A transaction that failed is taken back by COMMIT without an error. What only read needs no answer.
void PostgresConnection::commit() {
  if (pipeline_.only_begins()) return pipeline_.forget();
  if (access_ == Access::read && !pipeline_.anything_waits() &&
      PQsendQuery(connection_.get(), "COMMIT") == 1) {
    answer_due_ = true;
    return;
  }
  const auto result = command("COMMIT");
  if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
    throw StoreError(Failure::aborted, "An earlier statement of this transaction failed.");
}

void PostgresConnection::rollback() noexcept {
  const bool known = !pipeline_.begins();
  pipeline_.forget();
  if (known) PQclear(PQexec(connection_.get(), "ROLLBACK"));
}

Connection::Outcome PostgresConnection::run(std::string_view sql, const Values& values) {
  settle();
  if (auto rows = pipeline_.early_answer(sql, values)) return {std::move(*rows), 0};
  const PostgresStatement& statement = prepared(sql);
  if (!pipeline_.anything_waits()) {
    const auto alone = statement.run(values);
    return {rows_of(alone.get()), changed_rows(alone.get())};
  }
  statement.refuse_unfit(values);
  const auto result = pipeline_.send_with([&] { return statement.send(values); }, statement.sql());
  return {rows_of(result.get()), changed_rows(result.get())};
}

// A server that is gone without a word is noticed within some seconds, not after the minutes that the system
// takes; what the URL says wins.
PostgresHandle connected_to(const std::string& url) {
  const char* const names[] = {"connect_timeout",
                               "keepalives_idle",
                               "keepalives_interval",
                               "keepalives_count",
                               "tcp_user_timeout",
                               "dbname",
                               nullptr};
  const char* const values[] = {"5", "5", "3", "3", "15000", url.c_str(), nullptr};
  return PostgresHandle(PQconnectdbParams(names, values, 1));
}

void refuse_unsafe_server(Connection& connection) {
  for (const char* setting : {"fsync", "full_page_writes", "synchronous_commit"}) {
    const auto row = connection.query_one("SELECT current_setting(?)", {setting});
    if (row->text(0) == "off")
      throw StoreError(Failure::other, "PostgreSQL: " + std::string(setting) +
                                           " is off, so that a power cut could lose what was saved.");
  }
  if (connection.query_one("SELECT current_setting('server_encoding')")->text(0) != "UTF8")
    throw StoreError(Failure::other, "PostgreSQL: the database is not in UTF-8.");
}

}  // namespace

std::unique_ptr<Connection> open_any_postgres(const std::string& url) {
  PostgresHandle handle = connected_to(url);
  if (PQstatus(handle.get()) != CONNECTION_OK)
    throw StoreError(Failure::gone, "PostgreSQL: " + std::string(PQerrorMessage(handle.get())));
  auto connection = std::make_unique<PostgresConnection>(std::move(handle));
  connection->run_script(
      "SET client_encoding='UTF8'; SET TIME ZONE 'UTC'; SET client_min_messages=warning; SET "
      "lock_timeout='5s';"
      "SET standard_conforming_strings=on; SET default_transaction_isolation='read committed'");
  return connection;
}

std::unique_ptr<Connection> open_postgres(const std::string& url) {
  auto connection = open_any_postgres(url);
  refuse_unsafe_server(*connection);
  return connection;
}

}  // namespace smm::store
