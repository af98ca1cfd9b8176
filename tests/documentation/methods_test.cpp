// SPDX-License-Identifier: Apache-2.0
// The worked example of a page in docs/methods is run by the tests: a case file for rules of scores, a test
// beside the source for pure numbers. So the page cannot drift away from what the program does.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "documents.hpp"

namespace smm::documentation {
namespace {

TEST(DocumentedMethods, EachPageNamesATestedExample) {
  for (const std::string& page : files_below("docs/methods", ".md")) {
    if (page.ends_with("/README.md")) continue;
    const auto examples = all_matches(
        text_of(page), R"(((?:tests/cases/[A-Za-z0-9_./-]+\.case|(?:src|tests)/[a-z_/]+_test\.cpp)))");
    EXPECT_FALSE(examples.empty()) << page << " names no case file and no test";
    for (const std::string& path : examples)
      EXPECT_TRUE(std::filesystem::exists(path)) << page << " names " << path;
  }
}

}  // namespace
}  // namespace smm::documentation
