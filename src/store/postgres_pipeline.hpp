// SPDX-License-Identifier: Apache-2.0
// What a transaction says without waiting for an answer, on its way to the server together: that it begins,
// rows that it adds, questions that it will ask. Each way there and back wakes two processes.
//
// Errors are those of the connection. After one, nothing waits any more.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/postgres_statement.hpp"

namespace smm::store {

class PostgresPipeline {
 public:
  // Hands something to libpq, to be sent; false when the connection is lost.
  using Send = std::function<bool()>;

  explicit PostgresPipeline(pg_conn* connection) : connection_(connection) {}

  bool anything_waits() const { return begin_ != nullptr || !waiting_.empty(); }
  // A transaction waits that the server does not know of yet.
  bool begins() const { return begin_ != nullptr; }
  bool only_begins() const { return begins() && waiting_.empty(); }

  void begin(const char* words);
  void add(const PostgresStatement& statement, const Values& values);
  // Its rows are kept until early_answer asks for them, once.
  void ask_early(std::string_view sql, const PostgresStatement& statement, const Values& values);

  // Nothing when it was not asked early. Sends what waits when that is among it.
  std::optional<Rows> early_answer(std::string_view sql, const Values& values);

  // Sends what waits and then `last`, of which this is the result.
  PostgresResult send_with(const Send& last, std::string_view doing);

  // Forgets what waits, and early answers that nobody asked for.
  void forget();

 private:
  struct Waiting {
    PostgresStatement statement;
    Values values;
    std::string asked_early;  // its text; empty when nobody asks what it gives
  };
  struct Early {
    std::string sql;
    Values values;
    Rows rows;
  };
  bool send(const Send& last);
  PostgresResult answers_to(const std::vector<Waiting>& said, bool began);
  PostgresResult next_answer();
  void end();

  pg_conn* connection_;
  const char* begin_ = nullptr;
  std::vector<Waiting> waiting_;
  std::vector<Early> early_;
};

}  // namespace smm::store
