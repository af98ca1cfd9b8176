// SPDX-License-Identifier: Apache-2.0
// A disk in memory on which power cuts can be tried, as a file system of SQLite (a VFS).
//
// What is written is lost at a cut unless the file was synced after it; with `chance`, each write since then
// is kept or lost by the throw of a coin, as by a disk that reorders. A deleted file comes back unless
// something was synced after it (SQLite syncs the folder with each new log). From the cut on every call
// fails. restart() is the machine coming up again with what was kept. For one connection at a time.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/random.hpp"

namespace smm::test {

class PowerCutDisk {
 public:
  // While it lives, SQLite opens its files here.
  PowerCutDisk() : host_(sqlite3_vfs_find(nullptr)), vfs_(*host_) {
    vfs_.zName = "power-cut";
    vfs_.szOsFile = sizeof(Handle);
    vfs_.pAppData = this;
    vfs_.xOpen = open;
    vfs_.xDelete = remove;
    vfs_.xAccess = access;
    vfs_.xFullPathname = full_path;
    sqlite3_vfs_register(&vfs_, 1);
  }
  PowerCutDisk(const PowerCutDisk&) = delete;
  PowerCutDisk& operator=(const PowerCutDisk&) = delete;
  ~PowerCutDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(host_, 1);
  }

  // The power goes before the given number of further writes, syncs and deletions is done.
  void cut_after(int steps) {
    const std::lock_guard lock(mutex_);
    steps_left_ = steps;
  }
  bool is_cut() {
    const std::lock_guard lock(mutex_);
    return cut_;
  }
  void set_capacity(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    capacity_ = bytes;
  }
  int syncs() {
    const std::lock_guard lock(mutex_);
    return syncs_;
  }

  // After every connection is closed. With `chance`, some of what was not synced is kept.
  void restart(base::Random* chance = nullptr) {
    const std::lock_guard lock(mutex_);
    if (chance != nullptr) keep_by_chance(*chance);
    files_.clear();
    for (const auto& [name, bytes] : kept_) files_[name] = std::make_shared<File>(File{bytes, {}, {}, 0});
    deleted_.clear();
    cut_ = false;
    steps_left_.reset();
  }

 private:
  struct Change {
    sqlite3_int64 at;  // where `bytes` were written; when there are none, where the file was cut off
    std::string bytes;
  };
  struct File {
    std::string bytes;
    std::vector<Change> unsynced;
    std::vector<std::unique_ptr<char[]>> shared_memory;
    int mappings;
  };
  struct Handle {
    sqlite3_file base;
    PowerCutDisk* disk;
    std::shared_ptr<File>* file;
    std::string* name;
    bool maps;
  };

  static Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
  static PowerCutDisk& of(sqlite3_vfs* vfs) { return *static_cast<PowerCutDisk*>(vfs->pAppData); }

  static void apply(std::string& bytes, const Change& change) {
    const auto at = static_cast<std::size_t>(change.at);
    if (change.bytes.empty()) return bytes.resize(at);
    if (bytes.size() < at + change.bytes.size()) bytes.resize(at + change.bytes.size());
    bytes.replace(at, change.bytes.size(), change.bytes);
  }

  void keep_by_chance(base::Random& chance) {
    for (const auto& [name, file] : files_)
      for (const Change& change : file->unsynced)
        if (chance.chance(0.5)) apply(kept_[name], change);
  }

  void keep_deletions() {
    for (const std::string& name : deleted_) kept_.erase(name);
    deleted_.clear();
  }

  // One more thing done to the disk; false when the power is gone.
  bool step() {
    if (steps_left_ && (*steps_left_)-- <= 0) cut_ = true;
    return !cut_;
  }

  std::size_t used() const {
    std::size_t sum = 0;
    for (const auto& [name, file] : files_) sum += file->bytes.size();
    return sum;
  }

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* made, int flags, int* told) {
    PowerCutDisk& disk = of(vfs);
    const std::lock_guard lock(disk.mutex_);
    made->pMethods = nullptr;
    if (disk.cut_) return SQLITE_IOERR;
    const std::string name = path == nullptr ? "unnamed" : path;
    if (!disk.files_.contains(name) && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    auto& file = disk.files_[name];
    if (!file) file = std::make_shared<File>();
    Handle& handle = of(made);
    handle.disk = &disk;
    handle.file = new std::shared_ptr<File>(file);
    handle.name = new std::string(name);
    handle.maps = false;
    made->pMethods = methods();
    if (told != nullptr) *told = flags;
    return SQLITE_OK;
  }

  static int remove(sqlite3_vfs* vfs, const char* path, int for_good) {
    PowerCutDisk& disk = of(vfs);
    const std::lock_guard lock(disk.mutex_);
    if (!disk.step()) return SQLITE_IOERR_DELETE;
    disk.files_.erase(path);
    disk.deleted_.push_back(path);
    if (for_good != 0) disk.keep_deletions();
    return SQLITE_OK;
  }

  static int access(sqlite3_vfs* vfs, const char* path, int, int* found) {
    PowerCutDisk& disk = of(vfs);
    const std::lock_guard lock(disk.mutex_);
    *found = disk.files_.contains(path) ? 1 : 0;
    return SQLITE_OK;
  }

  static int full_path(sqlite3_vfs*, const char* path, int size, char* full) {
    sqlite3_snprintf(size, full, "%s", path);
    return SQLITE_OK;
  }

  static int close(sqlite3_file* file) {
    Handle& handle = of(file);
    unmap(file, 0);
    delete handle.file;
    delete handle.name;
    return SQLITE_OK;
  }

  static int read(sqlite3_file* file, void* into, int size, sqlite3_int64 from) {
    PowerCutDisk& disk = *of(file).disk;
    const std::lock_guard lock(disk.mutex_);
    if (disk.cut_) return SQLITE_IOERR_READ;
    const std::string& bytes = (*of(file).file)->bytes;
    const auto wanted = static_cast<std::size_t>(size);
    const auto at = std::min(static_cast<std::size_t>(from), bytes.size());
    const auto count = std::min(wanted, bytes.size() - at);
    std::memset(into, 0, wanted);
    std::memcpy(into, bytes.data() + at, count);
    return count == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
  }

  static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    PowerCutDisk& disk = *of(file).disk;
    const std::lock_guard lock(disk.mutex_);
    if (!disk.step()) return SQLITE_IOERR_WRITE;
    File& target = **of(file).file;
    const auto end = static_cast<std::size_t>(at) + static_cast<std::size_t>(size);
    if (end > target.bytes.size() && disk.used() + end - target.bytes.size() > disk.capacity_)
      return SQLITE_FULL;
    target.unsynced.push_back(
        {at, std::string(static_cast<const char*>(from), static_cast<std::size_t>(size))});
    apply(target.bytes, target.unsynced.back());
    return SQLITE_OK;
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    PowerCutDisk& disk = *of(file).disk;
    const std::lock_guard lock(disk.mutex_);
    if (!disk.step()) return SQLITE_IOERR_TRUNCATE;
    File& target = **of(file).file;
    target.unsynced.push_back({size, ""});
    apply(target.bytes, target.unsynced.back());
    return SQLITE_OK;
  }

  static int sync(sqlite3_file* file, int) {
    PowerCutDisk& disk = *of(file).disk;
    const std::lock_guard lock(disk.mutex_);
    if (!disk.step()) return SQLITE_IOERR_FSYNC;
    File& synced = **of(file).file;
    ++disk.syncs_;
    disk.keep_deletions();
    disk.kept_[*of(file).name] = synced.bytes;
    synced.unsynced.clear();
    return SQLITE_OK;
  }

  static int size(sqlite3_file* file, sqlite3_int64* bytes) {
    const std::lock_guard lock(of(file).disk->mutex_);
    *bytes = static_cast<sqlite3_int64>((*of(file).file)->bytes.size());
    return SQLITE_OK;
  }

  static int lock_file(sqlite3_file*, int) { return SQLITE_OK; }
  static int is_locked(sqlite3_file*, int* locked) { return *locked = 0; }
  static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
  static int sector_size(sqlite3_file*) { return 512; }
  static int abilities(sqlite3_file*) { return 0; }

  static int map(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    const std::lock_guard lock(of(file).disk->mutex_);
    File& target = **of(file).file;
    if (!of(file).maps) ++target.mappings;
    of(file).maps = true;
    auto& regions = target.shared_memory;
    while (extend != 0 && regions.size() <= static_cast<std::size_t>(region))
      regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    const bool there = static_cast<std::size_t>(region) < regions.size();
    *memory = there ? regions[static_cast<std::size_t>(region)].get() : nullptr;
    return SQLITE_OK;
  }

  // Shared memory goes with the last who maps it, as with the last process on a real machine.
  static int unmap(sqlite3_file* file, int) {
    const std::lock_guard lock(of(file).disk->mutex_);
    File& target = **of(file).file;
    if (of(file).maps && --target.mappings == 0) target.shared_memory.clear();
    of(file).maps = false;
    return SQLITE_OK;
  }

  static int lock_memory(sqlite3_file*, int, int, int) { return SQLITE_OK; }
  static void barrier(sqlite3_file*) {}

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods all = {
        2,       close,       read,      write, truncate,    sync,    size,  lock_file, lock_file, is_locked,
        control, sector_size, abilities, map,   lock_memory, barrier, unmap, nullptr,   nullptr};
    return &all;
  }

  sqlite3_vfs* host_;
  sqlite3_vfs vfs_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<File>> files_;
  std::map<std::string, std::string> kept_;
  std::vector<std::string> deleted_;  // and not yet for good
  std::optional<int> steps_left_;
  bool cut_ = false;
  std::size_t capacity_ = SIZE_MAX;
  int syncs_ = 0;
};

}  // namespace smm::test
