// SPDX-License-Identifier: Apache-2.0
// How often a folder's disk can be synced: the floor under everything that is answered only when it is on
// disk. To be printed beside such measurements, because it differs a hundredfold between machines.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace smm::test {

struct SyncRate {
  double per_second = 0;
  std::chrono::microseconds median{0};
  std::chrono::microseconds slowest{0};
};

// Appends pages of 4 KiB to a file and syncs each with fdatasync, as SQLite does. The file is removed.
inline SyncRate sync_rate_of(const std::string& folder, std::chrono::milliseconds time) {
  using Clock = std::chrono::steady_clock;
  std::string path = folder + "/sync-XXXXXX";
  const int file = mkostemp(path.data(), O_CLOEXEC);
  if (file < 0) throw std::runtime_error("no file can be made in " + folder);
  unlink(path.c_str());
  const std::string page(4096, 'x');
  std::vector<std::chrono::microseconds> times;
  const auto begin = Clock::now();
  for (auto before = begin; before - begin < time;) {
    const bool failed = write(file, page.data(), page.size()) < 0 || fdatasync(file) != 0;
    const auto now = Clock::now();
    if (failed) throw std::runtime_error("the disk under " + folder + " failed");
    times.push_back(std::chrono::duration_cast<std::chrono::microseconds>(now - before));
    before = now;
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  close(file);
  std::ranges::sort(times);
  return {static_cast<double>(times.size()) / seconds, times[times.size() / 2], times.back()};
}

}  // namespace smm::test
