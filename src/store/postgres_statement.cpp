// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_statement.hpp"

#include <libpq-fe.h>

#include <cstdlib>

#include "store/checked_values.hpp"
#include "store/postgres_failure.hpp"
#include "store/postgres_values.hpp"
#include "store/sql_text.hpp"

namespace smm::store {
namespace {

constexpr int binary_form = 1;

[[noreturn]] void throw_postgres_error(PGconn* connection, const PGresult* result, std::string_view doing) {
  const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const char* told = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const bool lost = PQstatus(connection) != CONNECTION_OK;
  const Failure failure = lost ? Failure::gone : postgres_failure(state == nullptr ? "" : state);
  throw StoreError(failure,
                   "PostgreSQL: " + std::string(told == nullptr ? PQerrorMessage(connection) : told) + " (" +
                       std::string(doing) + ")");
}

void refuse_other_types(const PGresult* description, std::string_view sql) {
  for (int column = 0; column < PQnfields(description); ++column)
    if (!holds_postgres_type(PQftype(description, column)))
      throw StoreError(Failure::statement,
                       "Column " + std::string(PQfname(description, column)) +
                           " needs a CAST to a type that both engines have: " + std::string(sql));
}

}  // namespace

void ClearPostgresResult::operator()(pg_result* result) const {
  PQclear(result);
}

PostgresResult checked_result(pg_conn* connection, pg_result* result, std::string_view doing) {
  PostgresResult held(result);
  const ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
    throw_postgres_error(connection, result, doing);
  return held;
}

std::int64_t changed_rows(pg_result* result) {
  if (std::string_view(PQcmdStatus(result)).starts_with("SELECT")) return 0;
  return std::atoll(PQcmdTuples(result));
}

PostgresStatement::PostgresStatement(pg_conn* connection, std::string name, std::string_view sql)
    : connection_(connection), name_(std::move(name)), sql_(with_numbered_values(sql)) {
  checked_result(connection, PQprepare(connection, name_.c_str(), sql_.c_str(), 0, nullptr), sql_);
  const auto description = checked_result(connection, PQdescribePrepared(connection, name_.c_str()), sql_);
  value_count_ = static_cast<std::size_t>(PQnparams(description.get()));
  refuse_other_types(description.get(), sql_);
}

void PostgresStatement::refuse_unfit(const Values& values) const {
  refuse_unkept_values(values);
  if (values.size() != value_count_)
    throw StoreError(Failure::statement, "Another number of values: " + sql_);
}

bool PostgresStatement::send(const Values& values) const {
  const PostgresArguments arguments(values);
  return PQsendQueryPrepared(connection_, name_.c_str(), static_cast<int>(values.size()),
                             arguments.texts.data(), arguments.lengths.data(), arguments.formats.data(),
                             binary_form) == 1;
}

PostgresResult PostgresStatement::run(const Values& values) const {
  refuse_unfit(values);
  const PostgresArguments arguments(values);
  auto* result =
      PQexecPrepared(connection_, name_.c_str(), static_cast<int>(values.size()), arguments.texts.data(),
                     arguments.lengths.data(), arguments.formats.data(), binary_form);
  return checked_result(connection_, result, sql_);
}

Rows rows_of(pg_result* result) {
  Rows rows;
  for (int row = 0; row < PQntuples(result); ++row) {
    Values values;
    for (int column = 0; column < PQnfields(result); ++column) {
      const auto size = static_cast<std::size_t>(PQgetlength(result, row, column));
      const std::string_view bytes(PQgetvalue(result, row, column), size);
      const bool null = PQgetisnull(result, row, column) != 0;
      values.push_back(null ? Value() : postgres_value(PQftype(result, column), bytes));
    }
    rows.emplace_back(std::move(values));
  }
  return rows;
}

}  // namespace smm::store
