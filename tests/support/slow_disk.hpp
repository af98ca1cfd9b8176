// SPDX-License-Identifier: Apache-2.0
// A disk that needs some more time for each sync, as a file system of SQLite (a VFS): what a server's own
// disk is like when the machine of the measurement has a faster one. Everything else is left to the real one.
// For tests and benchmarks; the program itself knows nothing of it.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace smm::test {

class SlowDisk {
 public:
  // While it lives, files that SQLite opens are synced this much more slowly; they are closed before it goes.
  explicit SlowDisk(std::chrono::microseconds delay)
      : delay_(delay), host_(sqlite3_vfs_find(nullptr)), vfs_(*host_) {
    vfs_.zName = "slow";
    vfs_.pAppData = this;
    vfs_.xOpen = open;
    sqlite3_vfs_register(&vfs_, 1);
  }
  SlowDisk(const SlowDisk&) = delete;
  SlowDisk& operator=(const SlowDisk&) = delete;
  ~SlowDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(host_, 1);
  }

  // With SMM_SLOW_SYNC_MS milliseconds, or null when that is not set.
  static std::unique_ptr<SlowDisk> from_environment() {
    const char* wanted = std::getenv("SMM_SLOW_SYNC_MS");
    if (wanted == nullptr) return nullptr;
    return std::make_unique<SlowDisk>(std::chrono::milliseconds(std::atoi(wanted)));
  }

  std::uint64_t syncs() const { return syncs_; }

 private:
  // The methods of a kind of file, with our sync. Their place in memory leads back to us.
  struct Methods {
    sqlite3_io_methods slowed;
    const sqlite3_io_methods* real;
    SlowDisk* disk;
  };

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* told) {
    SlowDisk& disk = *static_cast<SlowDisk*>(vfs->pAppData);
    file->pMethods = nullptr;
    const int result = disk.host_->xOpen(disk.host_, path, file, flags, told);
    if (file->pMethods != nullptr) file->pMethods = disk.slowed(file->pMethods);
    return result;
  }

  const sqlite3_io_methods* slowed(const sqlite3_io_methods* real) {
    const std::lock_guard lock(mutex_);
    auto& kept = methods_[real];
    if (!kept) {
      kept = std::make_unique<Methods>(Methods{*real, real, this});
      kept->slowed.xSync = sync;
    }
    return &kept->slowed;
  }

  static int sync(sqlite3_file* file, int flags) {
    const auto& methods = *reinterpret_cast<const Methods*>(file->pMethods);
    const int result = methods.real->xSync(file, flags);
    ++methods.disk->syncs_;
    std::this_thread::sleep_for(methods.disk->delay_);
    return result;
  }

  std::chrono::microseconds delay_;
  sqlite3_vfs* host_;
  sqlite3_vfs vfs_;
  std::mutex mutex_;
  std::map<const sqlite3_io_methods*, std::unique_ptr<Methods>> methods_;
  std::atomic<std::uint64_t> syncs_ = 0;
};

}  // namespace smm::test
