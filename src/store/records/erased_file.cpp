// SPDX-License-Identifier: Apache-2.0
#include "store/records/erased_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/environment_error.hpp"

namespace smm::store::records {
namespace {

bool overwritten(int file) {
  struct stat about {};
  if (::fstat(file, &about) != 0) return false;
  const std::array<char, 64 * 1024> zeros{};
  for (off_t left = about.st_size; left > 0;) {
    const auto count =
        ::write(file, zeros.data(), static_cast<std::size_t>(std::min<off_t>(left, zeros.size())));
    if (count <= 0) return false;
    left -= count;
  }
  return ::fsync(file) == 0;
}

}  // namespace

void erase_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0 && errno == ENOENT) return;
  const bool gone = file >= 0 && overwritten(file);
  if (file >= 0) ::close(file);
  if (!gone || ::unlink(path.c_str()) != 0)
    throw base::EnvironmentError("cannot destroy " + path + ": " + std::strerror(errno));
}

}  // namespace smm::store::records
