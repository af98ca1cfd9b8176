// SPDX-License-Identifier: Apache-2.0
#include "store/records/durable_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/environment_error.hpp"

namespace smm::store::records {
namespace {

[[noreturn]] void throw_write_error(const std::string& file) {
  const std::string why = errno == ENOSPC || errno == EDQUOT ? "the disk is full" : std::strerror(errno);
  throw base::EnvironmentError("writing " + file + ": " + why);
}

void sync_folder_of(const std::string& file) {
  const std::string folder = std::filesystem::absolute(file).parent_path().string();
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) throw_write_error(folder);
  const bool synced = fsync(descriptor) == 0 || errno == EINVAL;  // some file systems have nothing to sync
  ::close(descriptor);
  if (!synced) throw_write_error(folder);
}

}  // namespace

DurableFile::DurableFile(std::string path) : path_(std::move(path)), part_(path_ + ".part") {
  ::unlink(part_.c_str());
  descriptor_ = ::open(part_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor_ < 0) throw_write_error(path_);
}

DurableFile::~DurableFile() {
  ::close(descriptor_);
  if (!in_place_) ::unlink(part_.c_str());
}

void DurableFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) throw_write_error(path_);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void DurableFile::put_in_place() {
  if (fsync(descriptor_) != 0) throw_write_error(path_);
  if (std::rename(part_.c_str(), path_.c_str()) != 0) throw_write_error(path_);
  in_place_ = true;
  sync_folder_of(path_);
}

}  // namespace smm::store::records
