// SPDX-License-Identifier: Apache-2.0
#include "app/demo/many_at_once.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace smm::app {
namespace {

// More than the cores: who waits for the disk leaves them free.
constexpr std::size_t workers_at_once = 6;
constexpr std::chrono::milliseconds counted_every{100};

class ManyAtOnce {
 public:
  ManyAtOnce(std::size_t all, const WorkOnOne& work) : all_(all), work_(work) {}

  base::Result<bool> run(const std::function<void(std::size_t)>& count) {
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < std::min(all_, workers_at_once); ++i)
      threads.emplace_back([this] { take_turns(); });
    while (!wait_a_while())
      if (count) count(done());
    for (std::thread& thread : threads) thread.join();
    if (broken_) std::rethrow_exception(broken_);
    if (!problems_.empty()) return problems_;
    return true;
  }

 private:
  void take_turns() {
    for (std::optional<std::size_t> at = next(); at; at = next()) {
      try {
        if (auto one = work_(*at); !one) stop(std::move(one).problems(), nullptr);
      } catch (...) {
        stop({}, std::current_exception());
      }
      const std::lock_guard lock(mutex_);
      ++done_;
    }
    const std::lock_guard lock(mutex_);
    ++idle_;
    changed_.notify_all();
  }

  std::optional<std::size_t> next() {
    const std::lock_guard lock(mutex_);
    if (next_ >= all_) return std::nullopt;
    return next_++;
  }

  void stop(base::Problems problems, std::exception_ptr broken) {
    const std::lock_guard lock(mutex_);
    next_ = all_;
    if (problems_.empty()) problems_ = std::move(problems);
    if (!broken_) broken_ = std::move(broken);
  }

  std::size_t done() {
    const std::lock_guard lock(mutex_);
    return done_;
  }

  // True when there is nothing left to wait for.
  bool wait_a_while() {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, counted_every,
                             [this] { return idle_ == std::min(all_, workers_at_once); });
  }

  const std::size_t all_;
  const WorkOnOne& work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  std::size_t done_ = 0;
  std::size_t idle_ = 0;
  base::Problems problems_;
  std::exception_ptr broken_;
};

}  // namespace

base::Result<bool> do_many_at_once(std::size_t all, const WorkOnOne& work,
                                   const std::function<void(std::size_t)>& count) {
  return ManyAtOnce(all, work).run(count);
}

}  // namespace smm::app
