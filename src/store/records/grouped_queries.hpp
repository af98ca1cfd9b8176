// SPDX-License-Identifier: Apache-2.0
// What saves that share a transaction ask and write: each query once for all of them, not once for each.
// For a query X that several ask at once there is X_of_many (src/store/queries_of_many); a few are cheaper
// one by one, on their way to the server together.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.hpp"
#include "store/query_set.hpp"

namespace smm::store::records {

class GroupedQueries {
 public:
  // What all of the group will ask by one query: who asks first is locked first. No two ask the same.
  struct Asked {
    std::string_view name;
    std::vector<Values> by;
  };

  explicit GroupedQueries(Connection& connection)
      : connection_(connection), queries_(shipped_queries(connection.engine())) {}

  // Before the first save. A save must not change what it asks here before it did.
  void ask(const std::vector<Asked>& asked);

  // Nothing when that was not asked for, or was taken already, or comes early by the connection.
  std::optional<Rows> answer(std::string_view name, const Values& values);

  // Of the save at hand: it goes to the server in send(), if the save is kept. Only the queries that a save
  // writes by; what else it writes, it writes by itself at once.
  void write(std::string_view name, Values values);
  void wrote_by_itself() { wrote_by_itself_ = true; }

  // The save at hand went well.
  void keep();
  // It is taken back. False when it cannot be, since it wrote by itself.
  bool drop();

  // What was kept, in the order in which one save writes. It may be refused at the commit only.
  void send();

 private:
  // Each of its vectors are the values for one query, by the query's place in the order of writing.
  using Writes = std::vector<std::vector<Values>>;

  Values ask_early(const Asked& asked);
  void take_answers(const Asked& asked, const Values& arrays);
  Values arrays_of(const std::vector<Values>& rows) const;
  const std::string& of_many(std::string_view name) const;

  Connection& connection_;
  const QuerySet& queries_;
  std::map<std::string, Rows, std::less<>> answers_;  // by name and values
  std::vector<std::pair<std::size_t, Values>> at_hand_;
  Writes kept_;
  bool wrote_by_itself_ = false;
};

}  // namespace smm::store::records
