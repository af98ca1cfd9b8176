// SPDX-License-Identifier: Apache-2.0
#include "store/save_queue.hpp"

#include <algorithm>

#include "store/store_error.hpp"

namespace smm::store {

std::exception_ptr too_many_saves_wait() {
  return std::make_exception_ptr(StoreError(Failure::retry, "Too many saves are waiting."));
}

bool SaveQueue::kept(Save& save) {
  const std::lock_guard lock(mutex_);
  if (saves_.size() >= most_) return false;
  saves_.push_back(std::move(save));
  return true;
}

// The writer is told after the lock is given back: it would wake only to wait for it.
void SaveQueue::push(Save save) {
  if (kept(save))
    changed_.notify_one();
  else
    save.done(too_many_saves_wait());
}

std::vector<Save> SaveQueue::take(std::size_t most) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return closed_ || !saves_.empty(); });
  const auto count = static_cast<std::ptrdiff_t>(std::min(most, saves_.size()));
  std::vector<Save> taken(std::make_move_iterator(saves_.begin()),
                          std::make_move_iterator(saves_.begin() + count));
  saves_.erase(saves_.begin(), saves_.begin() + count);
  return taken;
}

void SaveQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

}  // namespace smm::store
