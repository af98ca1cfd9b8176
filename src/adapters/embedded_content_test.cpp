// SPDX-License-Identifier: Apache-2.0
#include "adapters/embedded_content.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace smm::adapters {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Tests run in the root of the tree, so what was built in can be held against what is there.
std::map<std::string, std::string> files_in_the_tree() {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("content"))
    if (entry.is_regular_file())
      files[entry.path().lexically_relative("content").generic_string()] = bytes_of(entry.path());
  return files;
}

TEST(EmbeddedContent, HoldsEveryFileOfTheTreeUnchanged) {
  std::map<std::string, std::string> embedded;
  for (const auto& file : embedded_files()) embedded[std::string(file.path)] = std::string(file.bytes);
  EXPECT_TRUE(embedded.contains("instruments/smm-2026/edition.yaml"));
  const auto expected = files_in_the_tree();
  EXPECT_EQ(embedded.size(), expected.size());
  for (const auto& [path, bytes] : expected) EXPECT_TRUE(embedded[path] == bytes) << path;
}

TEST(EmbeddedContent, IsSortedByPath) {
  const auto by_path = [](const EmbeddedFile& a, const EmbeddedFile& b) { return a.path < b.path; };
  EXPECT_TRUE(std::ranges::is_sorted(embedded_files(), by_path));
}

}  // namespace
}  // namespace smm::adapters
