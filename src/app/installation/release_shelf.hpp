// SPDX-License-Identifier: Apache-2.0
// What rounds were frozen as, read once and kept: a release never changes.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include "app/installation/releases.hpp"
#include "benchmark/release_index.hpp"

namespace smm::app {

// Safe between threads.
class ReleaseShelf {
 public:
  // Problems: release_damaged.
  base::Result<std::shared_ptr<const benchmark::ReleaseIndex>> release(const KeptRelease& kept);

 private:
  struct Shelved {
    std::string sha256;
    std::shared_ptr<const benchmark::ReleaseIndex> index;
  };

  std::mutex mutex_;
  std::deque<Shelved> shelved_;  // the latest last
};

}  // namespace smm::app
