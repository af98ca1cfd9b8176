// SPDX-License-Identifier: Apache-2.0
// SECURITY.md answers to requirements with names of tests. Each of them exists in the sources: a GoogleTest
// by Suite.Name, or a test of tests/browser by a part of its title.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "documents.hpp"

namespace smm::documentation {
namespace {

struct Requirement {
  std::string number;
  std::string state;
  std::string test;  // empty: none is named
};

// Rows of tables with five cells whose first begins with a number.
std::vector<Requirement> requirements_in(const std::string& page) {
  const std::regex row(R"(^\| ([0-9][^|]*) \| [^|]* \| ([^|]*) \| (?:`([^`]*)`)? \| ?.*\|$)");
  std::vector<Requirement> found;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    std::smatch cells;
    if (std::regex_match(line, cells, row)) found.push_back({cells[1], cells[2], cells[3]});
  }
  return found;
}

std::set<std::string> google_tests() {
  std::set<std::string> names;
  const std::regex test(R"(\bTEST(?:_P|_F)?\(\s*(\w+)\s*,\s*(\w+)\s*\))");
  for (const char* folder : {"src", "tests"}) {
    for (const std::string& path : files_below(folder, "_test.cpp")) {
      const std::string text = text_of(path);
      for (std::sregex_iterator it(text.begin(), text.end(), test), end; it != end; ++it)
        names.insert((*it)[1].str() + "." + (*it)[2].str());
    }
  }
  return names;
}

std::string browser_tests() {
  std::string all;
  for (const std::string& path : files_below("tests/browser", "_test.mjs")) all += text_of(path);
  return all;
}

TEST(SecurityPage, NamesTestsThatExist) {
  const auto tests = google_tests();
  const std::string in_browser = browser_tests();
  const auto requirements = requirements_in(text_of("SECURITY.md"));
  EXPECT_GT(requirements.size(), 80U);
  for (const Requirement& asked : requirements) {
    if (asked.state == "**not met**" && asked.test.empty()) continue;
    EXPECT_FALSE(asked.test.empty()) << asked.number << " names no test";
    EXPECT_TRUE(tests.contains(asked.test) || in_browser.find(asked.test) != std::string::npos)
        << asked.number << " names " << asked.test;
  }
}

TEST(SecurityPage, SaysPlainlyWhatIsNotMet) {
  const auto requirements = requirements_in(text_of("SECURITY.md"));
  for (const Requirement& asked : requirements)
    EXPECT_TRUE(asked.state == "met" || asked.state == "partly" || asked.state == "**not met**")
        << asked.number << ": " << asked.state;
  EXPECT_TRUE(std::ranges::any_of(requirements, [](const auto& asked) { return asked.state != "met"; }));
}

TEST(SecurityPage, RowsAreRead) {
  const auto rows = requirements_in(
      "| 2.1.1 | Long | met | `A.B` | fifteen |\n| 2.9 | Keys | **not met** |  | none |\n| what | is | no | "
      "row |\n");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].test, "A.B");
  EXPECT_EQ(rows[1].state, "**not met**");
  EXPECT_EQ(rows[1].test, "");
}

}  // namespace
}  // namespace smm::documentation
