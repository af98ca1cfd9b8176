// SPDX-License-Identifier: Apache-2.0
#include "wiring/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/environment_error.hpp"
#include "crypto/key_wrap.hpp"
#include "store/records/erased_file.hpp"
#include "wiring/problems.hpp"

namespace smm::wiring {
namespace {

[[noreturn]] void cannot_write(const std::string& path) {
  throw base::EnvironmentError("cannot write the key file " + path + ": " + std::strerror(errno));
}

// Written whole and on disk before anything is sealed under it.
void write_new_file(const std::string& path, const std::string& line) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) cannot_write(path);
  const bool written = ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  const bool kept = written && ::fsync(file) == 0;
  ::close(file);
  if (!kept) cannot_write(path);
}

}  // namespace

std::string DiskKeyFiles::path(const app::DatabaseSettings& settings) const {
  if (!settings.key_file.empty()) return settings.key_file;
  std::string folder = settings.data;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return folder + ".key";
}

bool DiskKeyFiles::exists(const std::string& path) const {
  return ::access(path.c_str(), F_OK) == 0;
}

void DiskKeyFiles::rename(const std::string& from, const std::string& to) const {
  const bool free_name = !exists(to);
  if (!free_name || ::rename(from.c_str(), to.c_str()) != 0) cannot_write(to);
}

std::vector<std::string> DiskKeyFiles::destroy(const std::string& path) const {
  const std::filesystem::path file = std::filesystem::absolute(path);
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && (name + ".").starts_with(file.filename().string() + "."))
      found.push_back(entry.path().string());
  }
  std::ranges::sort(found);
  std::vector<std::string> ids;
  for (const std::string& each : found) {
    if (const auto key = read(each)) ids.push_back(crypto::key_id(*key));
    store::records::erase_file(each);
  }
  return ids;
}

base::Result<crypto::InstallationKey> DiskKeyFiles::read(const std::string& path) const {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0)
    return base::Problem(problem::key_missing, "There is no key file " + path +
                                                   "; without it nothing that schools said can be opened");
  if ((about.st_mode & 077) != 0)
    return base::Problem(
        problem::key_missing,
        "The key file " + path + " can be read by others than its owner; run chmod 600 on it");
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto key = crypto::read_key_text(text);
  if (!key) return base::Problem(problem::key_missing, "The file " + path + " holds no installation key");
  return std::move(*key);
}

crypto::InstallationKey DiskKeyFiles::make(const std::string& path) const {
  crypto::InstallationKey key = crypto::InstallationKey::make();
  write_new_file(path, crypto::key_text(key) + "\n");
  return key;
}

}  // namespace smm::wiring
