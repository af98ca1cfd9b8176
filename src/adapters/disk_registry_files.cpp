// SPDX-License-Identifier: Apache-2.0
#include "adapters/disk_registry_files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "app/problems.hpp"
#include "base/environment_error.hpp"

namespace smm::adapters {
namespace {

namespace fs = std::filesystem;
namespace registry = outcomes::registry;

std::string registry_reason() {
  return std::strerror(errno);
}

base::Problem cannot_open_registry_file(const std::string& path) {
  const auto& kind =
      errno == ENOENT || errno == ENOTDIR ? app::problem::file_not_found : app::problem::file_unreadable;
  return base::Problem(kind, "cannot open \"" + path + "\": " + registry_reason());
}

// An open file, closed at the end of its life.
class PlacedFile final : public registry::GrowingBytes {
 public:
  PlacedFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  PlacedFile(const PlacedFile&) = delete;
  ~PlacedFile() override {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  int descriptor() const { return descriptor_; }

  std::uint64_t size() const override {
    struct stat about {};
    if (::fstat(descriptor_, &about) != 0) fail("read");
    return static_cast<std::uint64_t>(about.st_size);
  }

  std::size_t read_at(std::uint64_t offset, char* into, std::size_t capacity) const override {
    for (;;) {
      const ssize_t count = ::pread(descriptor_, into, capacity, static_cast<off_t>(offset));
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) fail("read");
    }
  }

  void write_at(std::uint64_t offset, std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t count = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail("write");
      bytes.remove_prefix(static_cast<std::size_t>(count));
      offset += static_cast<std::uint64_t>(count);
    }
  }

  [[noreturn]] void fail(const char* what) const {
    throw base::EnvironmentError(std::string("cannot ") + what + " " + path_ + ": " + registry_reason());
  }

 private:
  std::string path_;
  int descriptor_;
};

std::unique_ptr<PlacedFile> create_file(const std::string& path) {
  auto file =
      std::make_unique<PlacedFile>(path, ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file->descriptor() < 0) file->fail("write");
  return file;
}

class DiskMapping final : public app::providers::MappedFile {
 public:
  DiskMapping(void* begin, std::size_t length) : begin_(begin), length_(length) {}
  DiskMapping(const DiskMapping&) = delete;
  ~DiskMapping() override {
    if (length_ > 0) ::munmap(begin_, length_);
  }
  std::string_view bytes() const override { return {static_cast<const char*>(begin_), length_}; }
  void let_go() const override {
    if (length_ > 0) ::madvise(begin_, length_, MADV_DONTNEED);
  }

 private:
  void* begin_;
  std::size_t length_;
};

std::unique_ptr<app::providers::MappedFile> mapping_of(const PlacedFile& file) {
  const std::uint64_t length = file.size();
  if (length == 0) return std::make_unique<DiskMapping>(nullptr, 0);
  void* begin = ::mmap(nullptr, length, PROT_READ, MAP_SHARED, file.descriptor(), 0);
  if (begin == MAP_FAILED) file.fail("read");
  return std::make_unique<DiskMapping>(begin, length);
}

// The process that made a draft or a scratch file of one, as its name tells ("rejected.csv.new-4711",
// "rejected.csv.new-4711-scratch-2": a kill can come between making a scratch file and taking its name away);
// 0 for other files.
pid_t maker_of_draft(const std::string& name) {
  const std::size_t at = name.rfind(".new-");
  if (at == std::string::npos) return 0;
  const std::string number = name.substr(at + 5);
  pid_t maker = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), maker);
  const std::string_view rest(end, static_cast<std::size_t>(number.data() + number.size() - end));
  return error == std::errc() && (rest.empty() || rest.starts_with("-scratch-")) ? maker : 0;
}

bool is_gone(pid_t process) {
  return ::kill(process, 0) != 0 && errno == ESRCH;
}

// What programs that are gone left in the folder: their number is free, and the lock that a draft has while
// it is made. Either alone would do on one machine; a folder may be shared by containers that count for
// themselves.
void clear_left_drafts(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const pid_t maker = maker_of_draft(entry.path().filename().string());
    if (maker <= 0 || !is_gone(maker)) continue;
    const int descriptor = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) continue;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) ::unlink(entry.path().c_str());
    ::close(descriptor);
  }
}

void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

class DiskDraft final : public app::providers::FileDraft {
 public:
  explicit DiskDraft(const fs::path& target)
      : target_(target),
        path_(target.string() + ".new-" + std::to_string(::getpid())),
        file_(create_file(path_)) {
    ::flock(file_->descriptor(), LOCK_EX | LOCK_NB);
  }
  ~DiskDraft() override {
    if (!committed_) ::unlink(path_.c_str());
  }

  std::unique_ptr<registry::GrowingBytes> scratch() override {
    const std::string path = path_ + "-scratch-" + std::to_string(scratches_++);
    auto file = create_file(path);
    ::unlink(path.c_str());  // it lives as long as it is open
    return file;
  }

  registry::GrowingBytes& result() override { return *file_; }

  std::unique_ptr<app::providers::MappedFile> map() const override { return mapping_of(*file_); }

  void commit() override {
    if (::fdatasync(file_->descriptor()) != 0) file_->fail("write");
    std::error_code error;
    fs::rename(path_, target_, error);
    if (error) throw base::EnvironmentError("cannot write " + target_.string() + ": " + error.message());
    committed_ = true;
    sync_folder(target_.parent_path());
  }

 private:
  fs::path target_;
  std::string path_;
  std::unique_ptr<PlacedFile> file_;
  unsigned scratches_ = 0;
  bool committed_ = false;
};

}  // namespace

base::Result<std::unique_ptr<registry::StoredBytes>> DiskRegistryFiles::open(const std::string& path) const {
  auto file = std::make_unique<PlacedFile>(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file->descriptor() < 0) return cannot_open_registry_file(path);
  std::error_code error;
  if (!fs::is_regular_file(path, error))
    return base::Problem(app::problem::file_unreadable, "\"" + path + "\" is not a regular file");
  ::posix_fadvise(file->descriptor(), 0, 0, POSIX_FADV_SEQUENTIAL);
  return std::unique_ptr<registry::StoredBytes>(std::move(file));
}

base::Result<std::unique_ptr<app::providers::MappedFile>> DiskRegistryFiles::map(
    const std::string& path) const {
  const PlacedFile file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.descriptor() < 0) return cannot_open_registry_file(path);
  std::error_code error;
  if (!fs::is_regular_file(path, error))
    return base::Problem(app::problem::file_unreadable, "\"" + path + "\" is not a regular file");
  return mapping_of(file);
}

bool DiskRegistryFiles::exists(const std::string& path) const {
  std::error_code error;
  return fs::exists(path, error);
}

std::unique_ptr<app::providers::FileDraft> DiskRegistryFiles::draft(const std::string& path) const {
  fs::path target(path);
  if (!target.has_parent_path()) target = fs::path(".") / target;
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error)
    throw base::EnvironmentError("cannot create " + target.parent_path().string() + ": " + error.message());
  clear_left_drafts(target.parent_path());
  return std::make_unique<DiskDraft>(target);
}

}  // namespace smm::adapters
