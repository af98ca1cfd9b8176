// SPDX-License-Identifier: Apache-2.0
// docs/reference/case-files.md explains every keyword and column of case files, and no other. They are those
// of the table in the reader's source.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "documents.hpp"

namespace smm::documentation {
namespace {

TEST(DocumentedCaseFiles, KeywordsAndColumnsAreThoseOfTheReader) {
  const std::string source = text_of("tests/scoring/case_file.cpp");
  const auto begin = source.find("keywords = {");
  const auto end = source.find("return keywords");
  ASSERT_TRUE(begin != std::string::npos && end != std::string::npos);
  const auto words = all_matches(source.substr(begin, end - begin), R"re("([a-z_@-]+)")re");
  EXPECT_GT(words.size(), 30u);
  EXPECT_EQ(all_matches(text_of("docs/reference/case-files.md"), R"(^\| `([a-z_@-]+)` \|)"), words);
}

}  // namespace
}  // namespace smm::documentation
