// SPDX-License-Identifier: Apache-2.0
#include "web/http/worker_pool.hpp"

#include <utility>

namespace smm::web::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue) : capacity_(queue) {
  for (std::size_t count = 0; count < threads; ++count) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  stop();
}

bool WorkerPool::try_run(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= capacity_) return false;
    waiting_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

void WorkerPool::run_next_step(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    next_steps_.push_back(std::move(job));
  }
  changed_.notify_one();
}

WorkerPool::Job WorkerPool::take() {
  std::deque<Job>& queue = next_steps_.empty() ? waiting_ : next_steps_;
  Job job = std::move(queue.front());
  queue.pop_front();
  return job;
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty() || !next_steps_.empty(); });
    if (stopping_) return;
    Job job = take();
    lock.unlock();
    job();
    job = nullptr;  // what it holds may be of any size, and may want the lock
    lock.lock();
  }
}

void WorkerPool::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
  waiting_.clear();
  next_steps_.clear();
}

}  // namespace smm::web::http
