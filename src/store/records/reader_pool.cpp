// SPDX-License-Identifier: Apache-2.0
#include "store/records/reader_pool.hpp"

#include "store/store_error.hpp"
#include "store/transaction.hpp"

namespace smm::store::records {
namespace {

std::unique_ptr<Transaction> begun_on(std::unique_ptr<Connection>& connection, const OpenConnection& open) {
  if (connection) {
    try {
      return std::make_unique<Transaction>(*connection, Access::read);
    } catch (const StoreError& error) {
      if (error.kind != Failure::gone) throw;
    }
  }
  connection = open();
  return std::make_unique<Transaction>(*connection, Access::read);
}

}  // namespace

// Nothing when there is none yet: the place is taken all the same.
ReaderPool::Held ReaderPool::idle_connection() {
  std::unique_lock lock(mutex_);
  given_back_.wait(lock, [&] { return free_places_ > 0; });
  --free_places_;
  if (idle_.empty()) return nullptr;
  Held connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void ReaderPool::give_back(Held connection) {
  const std::lock_guard lock(mutex_);
  ++free_places_;
  if (connection) idle_.push_back(std::move(connection));
  given_back_.notify_one();
}

void ReaderPool::read(const std::function<void(Connection&)>& work) {
  Held connection = idle_connection();
  try {
    const auto transaction = begun_on(connection, open_);
    work(*connection);
    transaction->commit();  // nothing was written; a prepared COMMIT is cheaper than taking back
  } catch (const StoreError& error) {
    if (error.kind == Failure::gone) connection.reset();
    give_back(std::move(connection));
    throw;
  } catch (...) {
    give_back(std::move(connection));
    throw;
  }
  give_back(std::move(connection));
}

}  // namespace smm::store::records
