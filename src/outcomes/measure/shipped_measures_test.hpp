// SPDX-License-Identifier: Apache-2.0
// The measures that ship, as they stand in content/, for tests.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "crypto/hash.hpp"
#include "exchange/json.hpp"
#include "outcomes/measure/catalogue.hpp"

namespace smm::outcomes::measure {

inline std::string content_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline DefinitionFile definition_file(const std::string& text, const std::string& name) {
  auto document = exchange::parse_json(text, name);
  if (!document) throw std::runtime_error(to_string(document.problems().front()));
  return {*std::move(document), crypto::sha256_hex(text)};
}

inline CatalogueFiles shipped_files() {
  CatalogueFiles files;
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("content/measures"))
    if (entry.is_regular_file()) paths.push_back(entry.path().generic_string());
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    DefinitionFile file = definition_file(content_text(path), path);
    if (path.find("value-sets/") != std::string::npos)
      files.value_sets.push_back(std::move(file));
    else if (path.ends_with("programs.json"))
      files.programmes = std::move(file);
    else
      files.measures.push_back(std::move(file));
  }
  return files;
}

inline const Catalogue& shipped_catalogue() {
  static const Catalogue catalogue = [] {
    auto loaded = load_catalogue(shipped_files());
    if (!loaded) throw std::runtime_error(to_string(loaded.problems().front()));
    return *std::move(loaded);
  }();
  return catalogue;
}

}  // namespace smm::outcomes::measure
