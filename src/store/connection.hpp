// SPDX-License-Identifier: Apache-2.0
// One connection to a database, on either engine. Statements are prepared once and kept; `?` stands for the
// next value.
//
// Errors are StoreErrors. A connection belongs to one thread at a time; it may move between threads, but two
// must never use it at once. Results are whole: a query returns when its last row is in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/engine.hpp"
#include "store/value.hpp"

namespace smm::store {

// What a transaction is for. Reading sees one state of the database from its first query on. Writing takes,
// on SQLite, the one write lock at once; on PostgreSQL it sees what others commit meanwhile, so that rows
// which are read in order to be changed are read with {for_update}.
enum class Access { read, write };

class Connection {
 public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  virtual Engine engine() const = 0;

  // The number of rows that were inserted, changed or deleted.
  std::int64_t execute(std::string_view sql, const Values& values = {});

  // For a statement of a transaction whose count nobody asks for: it may be sent together with the next one,
  // or with the commit, and throws then.
  virtual void execute_later(std::string_view sql, const Values& values) { execute(sql, values); }

  // Says what this transaction is going to query: an engine to which each question is a way may bring the
  // answer along with the one before, and take the lock then. Until the query the transaction itself must not
  // change what it tells.
  virtual void ask_early(std::string_view, const Values&) {}

  Rows query(std::string_view sql, const Values& values = {});

  // The only row, if there is one. That there are more is a broken belief.
  std::optional<Row> query_one(std::string_view sql, const Values& values = {});

  // Several statements without values, as in a migration.
  virtual void run_script(const std::string& sql) = 0;

  // Prepares a statement and runs nothing: throws when it does not fit the schema.
  virtual void check(std::string_view sql) = 0;

  virtual bool in_transaction() const = 0;

  // For Transaction and Savepoint, which say them in the right order.
  virtual void begin(Access access) = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;
  virtual void set_savepoint(const std::string& name) = 0;
  virtual void release_savepoint(const std::string& name) = 0;
  virtual void rollback_to_savepoint(const std::string& name) = 0;

 protected:
  struct Outcome {
    Rows rows;
    std::int64_t changed = 0;
  };
  virtual Outcome run(std::string_view sql, const Values& values) = 0;
};

}  // namespace smm::store
