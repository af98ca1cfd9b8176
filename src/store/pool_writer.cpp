// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <thread>

#include "store/save_queue.hpp"
#include "store/store_error.hpp"
#include "store/transaction.hpp"
#include "store/writer.hpp"

namespace smm::store {
namespace {

constexpr std::chrono::milliseconds first_pause{2};

using HeldConnection = std::unique_ptr<Connection>;

class PoolWriter final : public Writer {
 public:
  PoolWriter(OpenConnection open, std::size_t connections, WriterLimits limits)
      : open_(std::move(open)), queue_(limits.waiting) {
    for (std::size_t i = 0; i < connections; ++i) threads_.emplace_back([this] { work(); });
  }

  ~PoolWriter() override {
    queue_.close();
    for (std::thread& thread : threads_) thread.join();
  }

  void submit(Work work, Done done, int attempts) override {
    queue_.push({std::move(work), std::move(done), attempts});
  }

 private:
  void work();
  std::exception_ptr saved(HeldConnection& connection, const Save& save);
  void save_once(HeldConnection& connection, const Work& work, bool& committing);
  std::unique_ptr<Transaction> begun(HeldConnection& connection);

  OpenConnection open_;
  SaveQueue queue_;
  std::vector<std::thread> threads_;
};

void PoolWriter::work() {
  HeldConnection connection;
  for (auto taken = queue_.take(1); !taken.empty(); taken = queue_.take(1))
    taken.front().done(saved(connection, taken.front()));
}

// Nothing when it is on disk. A work that lost against another is run again, a little later each time; so is
// one whose connection was lost before its commit, of which surely nothing is kept.
std::exception_ptr PoolWriter::saved(HeldConnection& connection, const Save& save) {
  for (int attempt = 1;; ++attempt) {
    bool committing = false;
    try {
      save_once(connection, save.work, committing);
      return nullptr;
    } catch (const StoreError& error) {
      const bool lost = error.kind == Failure::gone;
      if (lost) connection.reset();
      if (error.kind != Failure::retry && (!lost || committing)) return std::current_exception();
      if (attempt >= save.attempts) return std::make_exception_ptr(StoreError(Failure::retry, error.what()));
    } catch (...) {
      return std::current_exception();
    }
    std::this_thread::sleep_for(first_pause * (1 << attempt));
  }
}

void PoolWriter::save_once(HeldConnection& connection, const Work& work, bool& committing) {
  const auto transaction = begun(connection);
  work(*connection);
  committing = true;
  transaction->commit();
}

// A connection that was lost while it was idle shows only now; nothing has been done with it yet.
std::unique_ptr<Transaction> PoolWriter::begun(HeldConnection& connection) {
  if (connection) {
    try {
      return std::make_unique<Transaction>(*connection);
    } catch (const StoreError& error) {
      if (error.kind != Failure::gone) throw;
    }
  }
  connection = open_();
  return std::make_unique<Transaction>(*connection);
}

}  // namespace

std::unique_ptr<Writer> pool_writer(OpenConnection open, std::size_t connections, WriterLimits limits) {
  return std::make_unique<PoolWriter>(std::move(open), connections, limits);
}

}  // namespace smm::store
