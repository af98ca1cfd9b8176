// SPDX-License-Identifier: Apache-2.0
#include "store/postgres.hpp"

#include <libpq-fe.h>

#include "store/postgres_statement.hpp"
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
  explicit PostgresConnection(PostgresHandle connection) : connection_(std::move(connection)) {}

  Engine engine() const override { return Engine::postgres; }
  void run_script(const std::string& sql) override { command(sql); }
  void check(std::string_view sql) override { PostgresStatement(connection_.get(), "", sql); }
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
  PostgresResult command(const std::string& sql) {
    return checked_result(connection_.get(), PQexec(connection_.get(), sql.c_str()), sql);
  }

  PostgresHandle connection_;
  StatementCache<PostgresStatement> statements_;
  int statement_number_ = 0;
};

bool PostgresConnection::in_transaction() const {
  const PGTransactionStatusType status = PQtransactionStatus(connection_.get());
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

void PostgresConnection::begin(Access access) {
  command(access == Access::write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

// A transaction that failed is taken back by COMMIT without an error.
void PostgresConnection::commit() {
  const auto result = command("COMMIT");
  if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
    throw StoreError(Failure::aborted, "An earlier statement of this transaction failed.");
}

void PostgresConnection::rollback() noexcept {
  PQclear(PQexec(connection_.get(), "ROLLBACK"));
}

Connection::Outcome PostgresConnection::run(std::string_view sql, const Values& values) {
  const auto prepare = [&] {
    return PostgresStatement(connection_.get(), "s" + std::to_string(++statement_number_), sql);
  };
  const auto result = statements_.of(sql, prepare).run(values);
  return {rows_of(result.get()), changed_rows(result.get())};
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

std::unique_ptr<Connection> open_postgres(const std::string& url) {
  PostgresHandle handle(PQconnectdb(url.c_str()));
  if (PQstatus(handle.get()) != CONNECTION_OK)
    throw StoreError(Failure::gone, "PostgreSQL: " + std::string(PQerrorMessage(handle.get())));
  auto connection = std::make_unique<PostgresConnection>(std::move(handle));
  connection->run_script(
      "SET client_encoding='UTF8'; SET TIME ZONE 'UTC'; SET client_min_messages=warning; SET "
      "lock_timeout='5s';"
      "SET standard_conforming_strings=on; SET default_transaction_isolation='read committed'");
  refuse_unsafe_server(*connection);
  return connection;
}

}  // namespace smm::store
