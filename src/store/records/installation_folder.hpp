// SPDX-License-Identifier: Apache-2.0
// The folder of an installation on SQLite. It is its owner's alone (0700) and holds
//
//   smm.db         the database (0600), with smm.db-wal and smm.db-shm while it is open
//   smm.lock       held by who has the installation alone; the lock goes with the program, the file stays
#pragma once

#include <string>

#include "base/result.hpp"

namespace smm::store::records {

struct InstallationFolder {
  std::string path;

  std::string database() const { return path + "/smm.db"; }
  std::string lock() const { return path + "/smm.lock"; }

  bool has_database() const;
  // Holds nothing, or the lock's file alone; also when it is not there.
  bool is_empty() const;

  // Makes it, and the folders above it, when it is not there. Throws EnvironmentError.
  void make() const;
};

// An advisory lock (flock) on a file, which it makes. Gone with this, or with the program.
class FileLock {
 public:
  // Problem: installation_in_use. Throws EnvironmentError when the file cannot be made.
  static base::Result<FileLock> take(const InstallationFolder& folder);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace smm::store::records
