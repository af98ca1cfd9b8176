// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_statement.hpp"

#include <sqlite3.h>

#include "store/checked_values.hpp"
#include "store/sqlite_failure.hpp"

namespace smm::store {
namespace {

// Nothing is copied: the values outlive the run, and a reset follows it.
struct SqliteBinding {
  sqlite3_stmt* statement;
  int at;

  int operator()(Null) const { return sqlite3_bind_null(statement, at); }
  int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, at, value); }
  int operator()(double value) const { return sqlite3_bind_double(statement, at, value); }
  int operator()(const std::string& value) const {
    return sqlite3_bind_text64(statement, at, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(const Blob& value) const {
    return sqlite3_bind_blob64(statement, at, value.bytes.data(), value.bytes.size(), SQLITE_STATIC);
  }
};

std::string sqlite_bytes(sqlite3_stmt* statement, int column) {
  const void* bytes = sqlite3_column_blob(statement, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  return size == 0 ? std::string() : std::string(static_cast<const char*>(bytes), size);
}

Value sqlite_value(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_TEXT:
      return sqlite_bytes(statement, column);
    case SQLITE_BLOB:
      return Blob{sqlite_bytes(statement, column)};
    default:
      return Null();
  }
}

struct ResetAtEnd {
  sqlite3_stmt* statement;

  ~ResetAtEnd() {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
  }
};

}  // namespace

void throw_sqlite_error(sqlite3* database, int code, std::string_view doing) {
  const int told = database == nullptr ? code : sqlite3_extended_errcode(database);
  const bool is_error = (told & 0xff) != SQLITE_OK && (told & 0xff) < SQLITE_ROW;
  const char* text = is_error && database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  throw StoreError(sqlite_failure(is_error ? told : code),
                   "SQLite: " + std::string(text) + " (" + std::string(doing) + ")");
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SqliteStatement::SqliteStatement(sqlite3* database, std::string_view sql) : database_(database) {
  sqlite3_stmt* made = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made, &rest);
  statement_.reset(made);
  if (code != SQLITE_OK) throw_sqlite_error(database, code, sql);
  const std::string_view more = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  if (made == nullptr || more.find_first_not_of(" \t\r\n;") != std::string_view::npos)
    throw StoreError(Failure::statement, "Not one statement: " + std::string(sql));
}

void SqliteStatement::bind(const Values& values) {
  if (static_cast<std::size_t>(sqlite3_bind_parameter_count(statement_.get())) != values.size())
    throw StoreError(Failure::statement,
                     "Another number of values: " + std::string(sqlite3_sql(statement_.get())));
  int at = 0;
  for (const Value& value : values) {
    const int code = std::visit(SqliteBinding{statement_.get(), ++at}, value);
    if (code != SQLITE_OK) throw_sqlite_error(database_, code, "binding a value");
  }
}

Row SqliteStatement::row() const {
  Values values;
  const int count = sqlite3_column_count(statement_.get());
  values.reserve(static_cast<std::size_t>(count));
  for (int column = 0; column < count; ++column) values.push_back(sqlite_value(statement_.get(), column));
  return Row(std::move(values));
}

Rows SqliteStatement::run(const Values& values) {
  refuse_unkept_values(values);
  const ResetAtEnd reset{statement_.get()};
  bind(values);
  Rows rows;
  int code = sqlite3_step(statement_.get());
  for (; code == SQLITE_ROW; code = sqlite3_step(statement_.get())) rows.push_back(row());
  if (code != SQLITE_DONE) throw_sqlite_error(database_, code, sqlite3_sql(statement_.get()));
  return rows;
}

}  // namespace smm::store
