// SPDX-License-Identifier: Apache-2.0
// A fixed number of threads that run what may wait (handlers, reading of streams), and a queue of fixed
// length before them: when it is full, the caller is told so at once instead of waiting. Of the threads that
// are idle, the one that worked last is called first: what it needs is still at hand.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace smm::web::http {

class WorkerPool {
 public:
  using Job = std::function<void()>;  // throws nothing

  WorkerPool(std::size_t threads, std::size_t queue);
  ~WorkerPool();  // as stop()

  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False when the queue is full; the job is then not run.
  bool try_run(Job job);

  // For the next step of a job that already ran: before the jobs that wait, and not counted against the
  // queue's length, for its number is bounded by the jobs that were let in. After stop() it is dropped.
  void run_next_step(Job job);

  // Lets running jobs end, drops waiting ones, and waits for the threads.
  void stop();

 private:
  struct Place {
    std::condition_variable called_up;
    bool called = false;
  };

  void work(Place& place);
  // These want the lock held.
  Job take();
  void wait_for_work(Place& place, std::unique_lock<std::mutex>& lock);
  Place* call_one();

  std::size_t capacity_;
  std::mutex mutex_;
  std::deque<Place> places_;  // one for each thread
  std::vector<Place*> idle_;  // who became so last is last
  std::deque<Job> waiting_;
  std::deque<Job> next_steps_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace smm::web::http
