// SPDX-License-Identifier: Apache-2.0
// All or nothing. A Transaction or Savepoint that goes without commit() or keep() takes back what was done
// since it was made, also when an exception passes.
//
// Transactions do not nest; savepoints do, within one, the inner gone before the outer.
#pragma once

#include <string>

#include "store/connection.hpp"

namespace smm::store {

class Transaction {
 public:
  explicit Transaction(Connection& connection, Access access = Access::write);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  // When it returns, what was written is on disk. When it throws, nothing was written, but for
  // Failure::gone, when nobody knows.
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

class Savepoint {
 public:
  Savepoint(Connection& connection, std::string name);
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  ~Savepoint();

  void keep();

 private:
  Connection& connection_;
  std::string name_;
  bool open_ = true;
};

}  // namespace smm::store
