// SPDX-License-Identifier: Apache-2.0
#include "exchange/toml.hpp"

#include <gtest/gtest.h>

#include "exchange/problems.hpp"

namespace smm::exchange {
namespace {

TEST(Toml, BecomesADocument) {
  const auto read = parse_toml(
      "id = \"rec\"\nlimit = 0.25\nmany = 12\non = true\n\n[[compare]]\ncolumn = \"a\"\n", "link.toml");
  ASSERT_TRUE(read.ok());
  const base::Document& root = *read;
  EXPECT_EQ(root.find("id")->scalar()->text, "rec");
  EXPECT_TRUE(root.find("id")->scalar()->quoted);
  EXPECT_EQ(root.find("limit")->scalar()->text, "0.25");
  EXPECT_EQ(root.find("many")->scalar()->text, "12");
  EXPECT_EQ(root.find("on")->scalar()->text, "true");
  const base::List& rows = *root.find("compare")->list();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].find("column")->place, (base::Place{"link.toml", 7, 10}));
}

TEST(Toml, RefusesWhatIsNone) {
  for (const char* text : {"id = ", "a = 1\na = 2\n", "[[x]\n", "a = \"open\n"}) {
    const auto read = parse_toml(text, "link.toml");
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_EQ(read.problems().front().code, problem::toml_syntax.code) << text;
    EXPECT_GE(read.problems().front().place.line, 1) << text;
  }
}

TEST(Toml, RefusesDeepNesting) {
  std::string text = "a = ";
  for (int i = 0; i < 60; ++i) text += '[';
  for (int i = 0; i < 60; ++i) text += ']';
  const auto read = parse_toml(text, "link.toml");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.problems().front().code, problem::too_deep.code);
}

TEST(Toml, RefusesBytesThatAreNoText) {
  EXPECT_EQ(parse_toml("a = \"\xFF\"", "x").problems().front().code, problem::invalid_utf8.code);
}

}  // namespace
}  // namespace smm::exchange
