// SPDX-License-Identifier: Apache-2.0
// The worked example of a page in docs/methods is a case file, which the tests run: the page cannot drift
// away from what the program does.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "documents.hpp"

namespace smm::documentation {
namespace {

TEST(DocumentedMethods, EachPageNamesACaseFileThatExists) {
  for (const std::string& page : files_below("docs/methods", ".md")) {
    const auto cases = all_matches(text_of(page), R"((tests/cases/[A-Za-z0-9_./-]+\.case))");
    EXPECT_FALSE(cases.empty()) << page << " names no file of tests/cases";
    for (const std::string& path : cases)
      EXPECT_TRUE(std::filesystem::exists(path)) << page << " names " << path;
  }
}

}  // namespace
}  // namespace smm::documentation
