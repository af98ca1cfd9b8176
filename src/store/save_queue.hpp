// SPDX-License-Identifier: Apache-2.0
// Works that wait to be saved, in the order they came. Safe between threads.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

#include "store/writer.hpp"

namespace smm::store {

struct Save {
  Writer::Work work;
  Writer::Done done;
  int attempts = Writer::usual_attempts;
};

// What `done` of a save is told that finds too many waiting (Failure::retry).
std::exception_ptr too_many_saves_wait();

class SaveQueue {
 public:
  explicit SaveQueue(std::size_t most) : most_(most) {}

  // Refuses, by telling `done`, when too many wait.
  void push(Save save);

  // Waits for something, and takes up to `most`; nothing only when the queue is closed and empty.
  std::vector<Save> take(std::size_t most);

  void close();

 private:
  bool kept(Save& save);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Save> saves_;
  std::size_t most_;
  bool closed_ = false;
};

}  // namespace smm::store
