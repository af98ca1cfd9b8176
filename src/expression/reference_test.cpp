// SPDX-License-Identifier: Apache-2.0
// The examples of docs/reference/expressions.md are read by the language they explain.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "expression/problems.hpp"
#include "expression/sample_names_test.hpp"

namespace smm::expression {
namespace {

std::vector<std::string> lines_under(const std::string& heading) {
  std::ifstream page("docs/reference/expressions.md");
  std::vector<std::string> lines;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (inside) lines.push_back(line);
  }
  return lines;
}

TEST(ReferencePage, EveryOperatorHasAnExampleThatUsesIt) {
  int examples = 0;
  for (const std::string& line : lines_under("Operators")) {
    if (!line.starts_with("| `") || !line.ends_with("` |")) continue;
    const std::string name = line.substr(3, line.find_first_of("`(", 3) - 3);
    const std::size_t start = line.rfind("| `") + 3;
    const std::string example = line.substr(start, line.size() - start - 3);
    EXPECT_NE(example.find(name), std::string::npos) << line;
    const auto expression = parse_sample(example);
    ASSERT_TRUE(expression.ok()) << example << ": " << base::to_string(expression.problems().front());
    EXPECT_EQ(print(*expression), example);
    ++examples;
  }
  EXPECT_EQ(examples, 20);
}

TEST(ReferencePage, NamesEveryProblem) {
  std::string text;
  for (const std::string& line : lines_under("Limits and problems")) text += line + '\n';
  for (const base::ProblemKind* kind : problem::all) {
    EXPECT_NE(text.find("| `" + std::string(kind->code) + "` |"), std::string::npos) << kind->code;
  }
}

}  // namespace
}  // namespace smm::expression
