// SPDX-License-Identifier: Apache-2.0
// Public data that lies beside the source tree (../shared/data), or at SMM_SHARED. Tests that need it skip
// loudly where it is missing.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace smm::test {

inline std::filesystem::path shared_data(const std::string& name) {
  const char* folder = std::getenv("SMM_SHARED");
  return std::filesystem::path(folder != nullptr ? folder : "../shared") / "data" / name;
}

inline bool has_shared_data(const std::string& name) {
  return std::filesystem::exists(shared_data(name));
}

inline std::string shared_bytes(const std::string& name) {
  std::ifstream file(shared_data(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace smm::test
