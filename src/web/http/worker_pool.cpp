// SPDX-License-Identifier: Apache-2.0
#include "web/http/worker_pool.hpp"

#include <utility>

namespace smm::web::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue) : capacity_(queue), places_(threads) {
  for (Place& place : places_) threads_.emplace_back([this, &place] { work(place); });
}

WorkerPool::~WorkerPool() {
  stop();
}

// A place stays where it is, so that it may be told without the lock: its thread would wake only to wait for
// it.
bool WorkerPool::try_run(Job job) {
  Place* called = nullptr;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= capacity_) return false;
    waiting_.push_back(std::move(job));
    called = call_one();
  }
  if (called != nullptr) called->called_up.notify_one();
  return true;
}

void WorkerPool::run_next_step(Job job) {
  Place* called = nullptr;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    next_steps_.push_back(std::move(job));
    called = call_one();
  }
  if (called != nullptr) called->called_up.notify_one();
}

// Nobody when all are at work: each looks for more before it rests.
WorkerPool::Place* WorkerPool::call_one() {
  if (idle_.empty()) return nullptr;
  Place* last = idle_.back();
  idle_.pop_back();
  last->called = true;
  return last;
}

void WorkerPool::wait_for_work(Place& place, std::unique_lock<std::mutex>& lock) {
  while (!stopping_ && waiting_.empty() && next_steps_.empty()) {
    place.called = false;
    idle_.push_back(&place);
    place.called_up.wait(lock, [&] { return place.called || stopping_; });
  }
}

WorkerPool::Job WorkerPool::take() {
  std::deque<Job>& queue = next_steps_.empty() ? waiting_ : next_steps_;
  Job job = std::move(queue.front());
  queue.pop_front();
  return job;
}

void WorkerPool::work(Place& place) {
  std::unique_lock lock(mutex_);
  for (;;) {
    wait_for_work(place, lock);
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
  for (Place& place : places_) place.called_up.notify_one();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
  waiting_.clear();
  next_steps_.clear();
}

}  // namespace smm::web::http
