// SPDX-License-Identifier: Apache-2.0
#include "store/records/installation_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/environment_error.hpp"
#include "store/records/problems.hpp"

namespace smm::store::records {
namespace {

[[noreturn]] void throw_folder_error(const std::string& doing) {
  throw base::EnvironmentError(doing + ": " + std::strerror(errno));
}

}  // namespace

bool InstallationFolder::has_database() const {
  return std::filesystem::exists(database());
}

bool InstallationFolder::is_empty() const {
  if (!std::filesystem::exists(path)) return true;
  if (!std::filesystem::is_directory(path)) return false;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    if (entry.path() != lock()) return false;
  }
  return true;
}

void InstallationFolder::make() const {
  std::error_code failure;
  const std::filesystem::path above = std::filesystem::absolute(path).lexically_normal().parent_path();
  std::filesystem::create_directories(above, failure);
  if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) throw_folder_error("making the folder " + path);
}

base::Result<FileLock> FileLock::take(const InstallationFolder& folder) {
  const std::string file = folder.lock();
  const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0) throw_folder_error("making " + file);
  FileLock lock(descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) throw_folder_error("locking " + file);
  return base::Problem(problem::installation_in_use, "another program holds the installation in " +
                                                         folder.path + "; stop it first (a server, perhaps)");
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace smm::store::records
