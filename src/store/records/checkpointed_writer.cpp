// SPDX-License-Identifier: Apache-2.0
#include "store/records/checkpointed_writer.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "store/store_error.hpp"

namespace smm::store::records {
namespace {

constexpr std::chrono::milliseconds checkpoint_pause{100};

// 16 MiB of pages in memory, and a log of 4,000 pages before the writer makes a checkpoint itself.
constexpr const char* writer_settings = "PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000";

class Checkpoints {
 public:
  explicit Checkpoints(std::unique_ptr<Connection> connection)
      : connection_(std::move(connection)), thread_([this] { run(); }) {}
  Checkpoints(const Checkpoints&) = delete;
  Checkpoints& operator=(const Checkpoints&) = delete;
  ~Checkpoints() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }

  void after_a_write() {
    {
      const std::lock_guard lock(mutex_);
      if (std::exchange(wanted_, true)) return;
    }
    changed_.notify_one();
  }

 private:
  void run();
  bool wait();

  std::unique_ptr<Connection> connection_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool wanted_ = false;
  bool stopped_ = false;
  std::thread thread_;  // the last, since it uses all others
};

// Until something was written and a moment has passed, in which more may come; false at the end.
bool Checkpoints::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return wanted_ || stopped_; });
  changed_.wait_for(lock, checkpoint_pause, [&] { return stopped_; });
  wanted_ = false;
  return !stopped_;
}

// One that fails is no loss: the log has everything. A disk that failed the writer will tell of itself.
void Checkpoints::run() {
  while (wait()) {
    try {
      connection_->query("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (const StoreError& error) {
      if (error.kind == Failure::gone) return;
    }
  }
}

class CheckpointedWriter final : public Writer {
 public:
  CheckpointedWriter(std::unique_ptr<Connection> writing, std::unique_ptr<Connection> checkpointing,
                     WriterLimits limits)
      : checkpoints_(std::move(checkpointing)), writer_(group_writer(std::move(writing), limits)) {}

  void submit(Work work, Done done, int attempts) override {
    const auto told = [this, done = std::move(done)](const std::exception_ptr& failure) {
      checkpoints_.after_a_write();
      done(failure);
    };
    writer_->submit(std::move(work), told, attempts);
  }

 private:
  Checkpoints checkpoints_;
  std::unique_ptr<Writer> writer_;  // the last: what waits in it is carried out before the rest goes
};

}  // namespace

std::unique_ptr<Writer> checkpointed_writer(std::unique_ptr<Connection> writing,
                                            std::unique_ptr<Connection> checkpointing, WriterLimits limits) {
  writing->run_script(writer_settings);
  return std::make_unique<CheckpointedWriter>(std::move(writing), std::move(checkpointing), limits);
}

}  // namespace smm::store::records
