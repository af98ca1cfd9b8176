// SPDX-License-Identifier: Apache-2.0
#include "adapters/program_content.hpp"

#include <filesystem>

#include "adapters/disk_files.hpp"
#include "adapters/embedded_content.hpp"
#include "base/environment_error.hpp"

namespace smm::adapters {

std::vector<std::string> EmbeddedContent::list(std::string_view prefix) const {
  std::vector<std::string> paths;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with(prefix)) paths.emplace_back(file.path);
  }
  return paths;
}

std::optional<std::string> EmbeddedContent::read(std::string_view path) const {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == path) return std::string(file.bytes);
  }
  return std::nullopt;
}

FolderContent::FolderContent(std::string folder) : folder_(std::move(folder)) {
  if (!std::filesystem::is_directory(folder_ + "/instruments")) {
    throw base::EnvironmentError("\"" + folder_ + "\" is no content folder: it has no folder instruments");
  }
}

std::vector<std::string> FolderContent::list(std::string_view prefix) const {
  const std::string below(prefix.substr(0, prefix.rfind('/') + 1));
  if (!std::filesystem::is_directory(folder_ + "/" + below)) return {};
  auto all = DiskFiles().list(folder_ + "/" + below);
  if (!all)
    throw base::EnvironmentError("the content folder cannot be read: " + to_string(all.problems().front()));
  std::vector<std::string> paths;
  for (const std::string& path : *all) {
    if ((below + path).starts_with(prefix)) paths.push_back(below + path);
  }
  return paths;
}

std::optional<std::string> FolderContent::read(std::string_view path) const {
  auto bytes = DiskFiles().read(folder_ + "/" + std::string(path));
  return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

}  // namespace smm::adapters
