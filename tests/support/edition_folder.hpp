// SPDX-License-Identifier: Apache-2.0
// Reads the folder of an edition from disk, for tests. An overlay is a second folder whose files replace or
// add to those of the first; its removed.txt names files (one a line) that are taken away. Places of
// problems are relative to the folder ("areas/mission.yaml"), whichever of the two a file came from.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "base/result.hpp"
#include "exchange/yaml.hpp"
#include "instrument/load_edition.hpp"

namespace smm::test {

// Bytes of the .yaml files and of edition.lock, by path relative to the folder.
using FolderBytes = std::map<std::string, std::string>;

inline std::string bytes_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline FolderBytes read_folder(const std::filesystem::path& folder) {
  FolderBytes files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_regular_file() || !(name.ends_with(".yaml") || name == "edition.lock")) continue;
    files[std::filesystem::relative(entry.path(), folder).generic_string()] = bytes_of_file(entry.path());
  }
  return files;
}

inline FolderBytes with_overlay(FolderBytes files, const std::filesystem::path& overlay) {
  std::istringstream removed(bytes_of_file(overlay / "removed.txt"));
  for (std::string path; std::getline(removed, path);) files.erase(path);
  for (auto& [path, bytes] : read_folder(overlay)) files[path] = std::move(bytes);
  return files;
}

// Problems of the YAML itself come alone: what cannot be read cannot be checked.
inline base::Result<instrument::Edition> load_folder(FolderBytes files) {
  instrument::EditionSource source;
  base::Problems problems;
  for (auto& [path, bytes] : files) {
    if (path == "edition.lock") {
      source.lock = std::move(bytes);
      continue;
    }
    auto document = exchange::parse_yaml(bytes, path);
    if (document) {
      source.files.push_back({path, std::move(bytes), *std::move(document)});
    } else {
      problems.insert(problems.end(), document.problems().begin(), document.problems().end());
    }
  }
  if (!problems.empty()) return problems;
  return instrument::load_edition(source);
}

}  // namespace smm::test
