// SPDX-License-Identifier: Apache-2.0
#include "base/document_reader.hpp"

#include <gtest/gtest.h>

#include "base/problems.hpp"

namespace smm::base {
namespace {

Document scalar(std::string text, int line) {
  return {Place{"f.yaml", line, 1}, Scalar{std::move(text)}};
}

MapEntry entry(std::string key, Document value) {
  Place place = value.place;
  return {std::move(key), std::move(place), std::move(value)};
}

TEST(DocumentReader, FindsEveryProblemInOnePass) {
  const Document document(Place{"f.yaml", 1, 1},
                          Map{entry("id", scalar("Not An Id", 2)), entry("points", scalar("ten", 3)),
                              entry("blank", scalar("  ", 4)), entry("typo", scalar("x", 5))});
  Problems problems;
  DocumentReader reader(document, problems);
  reader.id("id");
  reader.number("points");
  reader.text("blank");
  reader.text("absent");
  reader.finish();
  sort_problems(problems);
  ASSERT_EQ(problems.size(), 5u);
  EXPECT_EQ(to_string(problems[0]), "missing_field: needs a value for \"absent\" (f.yaml:1:1)");
  EXPECT_EQ(problems[1].code, "bad_id");
  EXPECT_EQ(problems[2].code, "bad_number");
  EXPECT_EQ(problems[3].code, "missing_field");
  EXPECT_EQ(to_string(problems[4]), "unknown_field: \"typo\" is not known here (f.yaml:5:1)");
}

TEST(DocumentReader, DecimalsAreStrict) {
  EXPECT_EQ(parse_decimal("12.5"), 12.5);
  EXPECT_EQ(parse_decimal("-3"), -3.0);
  for (const char* bad : {"", "1e3", "nan", "+1", " 1", "1.", "1.2.3", "0x10", "1,000", "-"}) {
    EXPECT_EQ(parse_decimal(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace smm::base
