// SPDX-License-Identifier: Apache-2.0
#include "exchange/yaml.hpp"

#include <gtest/gtest.h>

namespace smm::exchange {
namespace {

using base::Document;

// The parsed document written on one line, each node with its place: "3:4'text'" is quoted.
std::string yaml_outline(const Document& node) {
  std::string out = std::to_string(node.place.line) + ":" + std::to_string(node.place.column);
  if (node.is_null()) return out + "null";
  if (const auto* scalar = node.scalar()) {
    return out + (scalar->quoted ? "'" + scalar->text + "'" : "<" + scalar->text + ">");
  }
  if (const auto* list = node.list()) {
    out += "[";
    for (const Document& entry : *list) out += " " + yaml_outline(entry);
    return out + " ]";
  }
  out += "{";
  for (const auto& [key, place, value] : *node.map()) {
    out += " " + key + "@" + std::to_string(place.line) + ":" + std::to_string(place.column) + "=" +
           yaml_outline(value);
  }
  return out + " }";
}

std::string yaml_outcome(std::string_view bytes) {
  const auto result = parse_yaml(bytes, "f");
  if (result) return yaml_outline(*result);
  std::string out;
  for (const auto& problem : result.problems()) {
    out += std::string(problem.code) + " " + base::to_string(problem.place) + "; ";
  }
  return out;
}

TEST(Yaml, EveryNodeKnowsItsPlace) {
  EXPECT_EQ(yaml_outcome("a: 1\nb:\n  - x\n  -\n  - k: v\n    w: |\n      t\nc: {d: 'e'}\n"),
            "1:1{ a@1:1=1:4<1> b@2:1=3:3[ 3:5<x> 3:3null 5:5{ k@5:5=5:8<v> w@6:5=6:8't\n' } ] "
            "c@8:1=8:4{ d@8:5=8:8'e' } }");
}

TEST(Yaml, AnEmptyValueHasThePlaceOfItsKey) {
  EXPECT_EQ(yaml_outcome("a:\n\n# note\nb: ~\nc: null\nd:\n"),
            "1:1{ a@1:1=1:1null b@4:1=4:1null c@5:1=5:1null d@6:1=6:1null }");
}

TEST(Yaml, QuotedWordsAreTextAndPlainOnesAreMarkedPlain) {
  EXPECT_EQ(yaml_outcome("[yes, \"yes\", 'null', \"\", 010]"),
            "1:1[ 1:2<yes> 1:7'yes' 1:14'null' 1:22'' 1:26<010> ]");
}

TEST(Yaml, NothingIsNull) {
  EXPECT_EQ(yaml_outcome(""), "1:1null");
  EXPECT_EQ(yaml_outcome("# only a comment"), "1:1null");
  EXPECT_EQ(yaml_outcome("\n\n"), "1:1null");
}

TEST(Yaml, AcceptsMarkOfOneDocumentWindowsLineEndsAndByteOrderMark) {
  EXPECT_EQ(yaml_outcome("---\na: 1\n...\n"), "2:1{ a@2:1=2:4<1> }");
  EXPECT_EQ(yaml_outcome("a: 1\r\nb: 2\r\n"), "1:1{ a@1:1=1:4<1> b@2:1=2:4<2> }");
  EXPECT_EQ(yaml_outcome("\xEF\xBB\xBF"
                         "a: 1"),
            "1:1{ a@1:1=1:4<1> }");
}

TEST(Yaml, FindsDuplicateKeysAnchorsAndTagsInOnePass) {
  EXPECT_EQ(yaml_outcome("a: 1\na: 2\nb: &x 3\nc: !!str q\nd: {e: 1, e: 2}\n"),
            "duplicate_key f:2:1; yaml_alias f:3:4; yaml_tag f:4:4; duplicate_key f:5:11; ");
}

TEST(Yaml, RefusesAliases) {
  EXPECT_EQ(yaml_outcome("a: &x 1\nb: *x\n"), "yaml_alias f:1:4; yaml_alias f:2:4; ");
  EXPECT_EQ(yaml_outcome("b: *x\n"), "yaml_alias f:1:4; ");
}

TEST(Yaml, RefusesKeysThatAreNotText) {
  EXPECT_EQ(yaml_outcome("? [a]\n: b\n"), "yaml_key f:1:3; ");
  EXPECT_EQ(yaml_outcome("~: b\n"), "yaml_key f:1:1; ");
}

TEST(Yaml, RefusesASecondDocument) {
  EXPECT_EQ(yaml_outcome("a: 1\n---\nb: 2\n"), "yaml_several_documents f:2:1; ");
}

TEST(Yaml, NestsFiftyLevelsAndNoMore) {
  EXPECT_TRUE(parse_yaml(std::string(50, '[') + std::string(50, ']'), "f"));
  EXPECT_EQ(yaml_outcome(std::string(51, '[') + std::string(51, ']')), "too_deep f:1:51; ");
}

TEST(Yaml, RefusesWhatIsNoText) {
  EXPECT_EQ(yaml_outcome("a: 1\nb: \xFFx\n"), "invalid_utf8 f:2:4; ");
  EXPECT_EQ(yaml_outcome(std::string_view("a: \0\n", 5)), "forbidden_character f:1:4; ");
  EXPECT_EQ(yaml_outcome("a: 1\nb: \x04\nc: 2\n"), "forbidden_character f:2:4; ");
  EXPECT_EQ(yaml_outcome(std::string((4U << 20) + 1, ' ')), "input_too_large f; ");
}

TEST(Yaml, ReportsBrokenSyntaxWithItsPlace) {
  EXPECT_EQ(yaml_outcome("a: b: c\n"), "yaml_syntax f:1:5; ");
  EXPECT_EQ(yaml_outcome("a: 1\n  b: 2\n"), "yaml_syntax f:2:4; ");
  EXPECT_EQ(yaml_outcome("a: [1, 2]]\n"), "yaml_syntax f:1:10; ");
}

TEST(Yaml, NoPlaceLiesBehindTheEnd) {
  EXPECT_EQ(yaml_outcome("a: !!s{"), "yaml_tag f:1:4; yaml_key f:1:8; ");
}

TEST(Yaml, NoticesAQuoteThatIsNeverClosed) {
  EXPECT_EQ(yaml_outcome("a: \"x\n"), "yaml_syntax f:2:1; ");
  EXPECT_EQ(yaml_outcome("a: 'x\nb: 1\n"), "yaml_syntax f:3:1; ");
  EXPECT_EQ(yaml_outcome("a: [1,\n"), "yaml_syntax f:2:1; ");
}

}  // namespace
}  // namespace smm::exchange
