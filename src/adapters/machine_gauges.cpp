// SPDX-License-Identifier: Apache-2.0
#include "adapters/machine_gauges.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace smm::adapters {
namespace {

constexpr std::size_t trial_bytes = 4096;  // as much as a page of a database

base::Instant instant_of(const timespec& time) {
  return {time.tv_sec * base::one_second + time.tv_nsec / 1000};
}

void measure_room(const std::string& folder, app::operating::DiskSeen& seen) {
  struct statvfs room {};
  if (statvfs(folder.c_str(), &room) != 0) {
    seen.fault = std::strerror(errno);
    return;
  }
  seen.free_bytes = std::uint64_t{room.f_bavail} * room.f_frsize;
  seen.bytes = std::uint64_t{room.f_blocks} * room.f_frsize;
  seen.free_files = room.f_favail;
  seen.files = room.f_files;
}

// Gone with this.
class TrialFile {
 public:
  explicit TrialFile(const std::string& folder)
      : path_(folder + "/.doctor-XXXXXX"), descriptor_(mkostemp(path_.data(), O_CLOEXEC)) {}
  TrialFile(const TrialFile&) = delete;
  TrialFile& operator=(const TrialFile&) = delete;
  ~TrialFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(path_.c_str());
  }

  bool is_written_and_synced() const {
    const std::array<char, trial_bytes> bytes{};
    return descriptor_ >= 0 && ::write(descriptor_, bytes.data(), bytes.size()) == ssize_t{trial_bytes} &&
           ::fsync(descriptor_) == 0;
  }
  base::Instant time() const {
    struct stat about {};
    ::fstat(descriptor_, &about);
    return instant_of(about.st_mtim);
  }

 private:
  std::string path_;
  int descriptor_;
};

}  // namespace

app::operating::DiskSeen measure_disk(const std::string& folder) {
  app::operating::DiskSeen seen;
  seen.folder = folder;
  measure_room(folder, seen);
  if (!seen.fault.empty()) return seen;
  const auto begun = std::chrono::steady_clock::now();
  const TrialFile trial(folder);
  if (!trial.is_written_and_synced()) {
    seen.fault = std::strerror(errno);
    return seen;
  }
  seen.sync = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
  seen.written = trial.time();
  return seen;
}

bool clock_is_kept() {
  timex clock{};
  const int state = adjtimex(&clock);
  return state >= 0 && state != TIME_ERROR && (clock.status & STA_UNSYNC) == 0;
}

FileSeen look_at_file(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return {};
  return {true, about.st_mode & 07777U, instant_of(about.st_mtim)};
}

}  // namespace smm::adapters
