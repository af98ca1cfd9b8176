// SPDX-License-Identifier: Apache-2.0
#include "store/transaction.hpp"

#include "base/assert.hpp"
#include "store/store_error.hpp"

namespace smm::store {

Transaction::Transaction(Connection& connection, Access access) : connection_(connection) {
  SMM_ASSERT(!connection.in_transaction());
  connection_.begin(access);
}

Transaction::~Transaction() {
  if (open_ && connection_.in_transaction()) connection_.rollback();
}

void Transaction::commit() {
  SMM_ASSERT(open_);
  connection_.commit();
  open_ = false;
}

Savepoint::Savepoint(Connection& connection, std::string name)
    : connection_(connection), name_(std::move(name)) {
  SMM_ASSERT(connection.in_transaction());
  connection_.set_savepoint(name_);
}

Savepoint::~Savepoint() {
  if (!open_ || !connection_.in_transaction()) return;
  try {
    connection_.rollback_to_savepoint(name_);
    connection_.release_savepoint(name_);
  } catch (const StoreError&) {
    connection_.rollback();  // half of it must not be committed: then none is
  }
}

void Savepoint::keep() {
  SMM_ASSERT(open_);
  connection_.release_savepoint(name_);
  open_ = false;
}

}  // namespace smm::store
