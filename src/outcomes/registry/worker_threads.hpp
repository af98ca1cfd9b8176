// SPDX-License-Identifier: Apache-2.0
// Runs the same work on several threads and waits for all. The first exception that one of them ends with is
// thrown again here.
#pragma once

#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace smm::outcomes::registry {

// Calls work(thread) for each thread from 0 to threads - 1; with one thread, in the caller's own.
template <class Work>
void on_threads(unsigned threads, const Work& work) {
  std::exception_ptr failure;
  std::mutex mutex;
  const auto guarded = [&](unsigned thread) {
    try {
      work(thread);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(guarded, thread);
  guarded(0);
  for (std::thread& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace smm::outcomes::registry
