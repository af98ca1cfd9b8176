// SPDX-License-Identifier: Apache-2.0
// docs/reference/case-files.md tells every table and every column that a file of tests/cases uses.
#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>

#include "documents.hpp"

namespace smm::documentation {
namespace {

// A table is a keyword alone on its line, and below it a line of columns parted by bars.
std::set<std::string> words_used(const std::string& case_text) {
  std::set<std::string> used;
  std::istringstream lines(case_text);
  std::string above;
  for (std::string line; std::getline(lines, line); above = line) {
    if (line.find('|') == std::string::npos || above.find('|') != std::string::npos) continue;
    used.insert(above);
    // Columns per program, as in points@md, are told once.
    used.merge(all_matches(line, "([a-z_]+)(?:@[a-z0-9_.-]+)? *(?:\\||$)"));
  }
  return used;
}

TEST(DocumentedCaseFiles, EveryTableAndColumnIsTold) {
  const std::set<std::string> told =
      all_matches(text_of("docs/reference/case-files.md"), "`([a-z_]+)(?:@[^`]*)?`");
  std::set<std::string> used;
  for (const std::string& path : files_below("tests/cases", ".case")) used.merge(words_used(text_of(path)));
  EXPECT_GE(used.size(), 10U);
  for (const std::string& word : used) EXPECT_TRUE(told.contains(word)) << word;
}

TEST(DocumentedCaseFiles, TablesAndColumnsAreFound) {
  const std::set<std::string> expected{"items", "id", "points", "ask_if"};
  EXPECT_EQ(words_used("A title\nA sentence.\n\nitems\nid | points@md | ask_if\na | yes=10 |\nb | no | c\n"),
            expected);
}

}  // namespace
}  // namespace smm::documentation
