// SPDX-License-Identifier: Apache-2.0
#include "adapters/disk_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "app/problems.hpp"
#include "base/environment_error.hpp"

namespace smm::adapters {
namespace {

namespace fs = std::filesystem;

std::string reason() {
  return std::strerror(errno);
}

// An open file descriptor, closed at the end of its life.
class OpenFile {
 public:
  OpenFile(const std::string& path, int flags, mode_t mode = 0)
      : path_(path), descriptor_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  OpenFile(OpenFile&& other) noexcept
      : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}
  OpenFile& operator=(OpenFile&&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  bool ok() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

  std::size_t read(char* into, std::size_t capacity) const {
    for (;;) {
      const ssize_t count = ::read(descriptor_, into, capacity);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) throw base::EnvironmentError("cannot read " + path_ + ": " + reason());
    }
  }

  void write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) throw base::EnvironmentError("cannot write " + path_ + ": " + reason());
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }

 private:
  std::string path_;
  int descriptor_;
};

class FileSource final : public base::ByteSource {
 public:
  explicit FileSource(OpenFile file) : file_(std::move(file)) {}
  std::size_t read(char* into, std::size_t capacity) override { return file_.read(into, capacity); }

 private:
  OpenFile file_;
};

base::Problem cannot_open(const std::string& path) {
  const auto& kind =
      errno == ENOENT || errno == ENOTDIR ? app::problem::file_not_found : app::problem::file_unreadable;
  return base::Problem(kind, "cannot open \"" + path + "\": " + reason());
}

// Devices and pipes are written into as they are: there is nothing to replace.
void write_into(const std::string& path, std::string_view bytes) {
  const OpenFile file(path, O_WRONLY);
  if (!file.ok()) throw base::EnvironmentError("cannot write " + path + ": " + reason());
  file.write_all(bytes);
}

// A new file beside it, renamed over what stood there.
void replace(const std::string& path, std::string_view bytes, mode_t mode) {
  std::error_code error;
  // Through links: what they lead to is replaced, not they.
  fs::path target = fs::weakly_canonical(path, error);
  if (error) target = path;
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
  if (error)
    throw base::EnvironmentError("cannot create " + target.parent_path().string() + ": " + error.message());
  const std::string fresh = target.string() + ".new-" + std::to_string(::getpid());
  try {
    const OpenFile file(fresh, O_WRONLY | O_CREAT | O_TRUNC, mode);
    if (!file.ok()) throw base::EnvironmentError("cannot write " + path + ": " + reason());
    file.write_all(bytes);
    if (::fsync(file.descriptor()) != 0)
      throw base::EnvironmentError("cannot write " + path + ": " + reason());
    fs::rename(fresh, target, error);
    if (error) throw base::EnvironmentError("cannot write " + path + ": " + error.message());
  } catch (...) {
    ::unlink(fresh.c_str());
    throw;
  }
}

// "-" is standard input, as everywhere on a command line.
base::Result<OpenFile> open_to_read(const std::string& path) {
  OpenFile file(path == "-" ? "/dev/stdin" : path, O_RDONLY);
  if (!file.ok()) return cannot_open(path);
  std::error_code error;
  if (fs::is_directory(path, error))
    return base::Problem(app::problem::file_unreadable, "\"" + path + "\" is a folder, not a file");
  return file;
}

}  // namespace

base::Result<std::string> DiskFiles::read(const std::string& path) const {
  auto file = open_to_read(path);
  if (!file) return std::move(file).problems();
  std::string bytes;
  for (std::size_t used = 0;;) {
    bytes.resize(std::max<std::size_t>(64 << 10, used * 2));
    const std::size_t count = file->read(bytes.data() + used, bytes.size() - used);
    used += count;
    if (count > 0) continue;
    bytes.resize(used);
    return bytes;
  }
}

base::Result<std::unique_ptr<base::ByteSource>> DiskFiles::open(const std::string& path) const {
  auto file = open_to_read(path);
  if (!file) return std::move(file).problems();
  return std::unique_ptr<base::ByteSource>(std::make_unique<FileSource>(std::move(*file)));
}

base::Result<std::vector<std::string>> DiskFiles::list(const std::string& folder) const {
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  std::vector<std::string> paths;
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    std::error_code unknown;
    if (!entries->is_regular_file(unknown)) continue;
    paths.push_back(fs::path(entries->path()).lexically_relative(folder).generic_string());
  }
  if (error) {
    errno = error.value();
    return cannot_open(folder);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool DiskFiles::same(const std::string& one, const std::string& other) const {
  std::error_code error;
  return fs::equivalent(one, other, error) && !error && fs::is_regular_file(one, error);
}

void DiskFiles::write(const std::string& path, std::string_view bytes) const {
  struct stat old {};
  const bool exists = ::stat(path.c_str(), &old) == 0;
  if (exists && !S_ISREG(old.st_mode) && !S_ISDIR(old.st_mode)) return write_into(path, bytes);
  replace(path, bytes, exists ? old.st_mode & 0777 : 0666);
}

void DiskFiles::write_private(const std::string& path, std::string_view bytes) const {
  replace(path, bytes, 0600);
}

void DiskFiles::write_folder(const std::string& folder, const std::vector<app::NamedFile>& files) const {
  fs::path target = fs::path(folder).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();  // "out/"
  const fs::path fresh = target.string() + ".new-" + std::to_string(::getpid());
  std::error_code error;
  try {
    for (const app::NamedFile& file : files) write((fresh / file.name).string(), file.bytes);
    fs::rename(fresh, target, error);
    if (error) throw base::EnvironmentError("cannot write " + folder + ": " + error.message());
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    throw;
  }
}

}  // namespace smm::adapters
