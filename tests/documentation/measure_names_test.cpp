// SPDX-License-Identifier: Apache-2.0
// docs/reference/measures.md lists every name that a condition of a measure may use, and no other, and every
// column of a cohort file.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "documents.hpp"

namespace smm::documentation {
namespace {

std::string section_of(const std::string& page, const std::string& heading) {
  const auto begin = page.find("\n## " + heading + "\n");
  if (begin == std::string::npos) return "";
  return page.substr(begin, page.find("\n## ", begin + 4) - begin);
}

TEST(DocumentedMeasures, NamesAreThoseOfTheSource) {
  const auto names = all_matches(text_of("src/outcomes/measure/fact.cpp"),
                                 R"re(^    (?:yes_no|number|choice)\("([a-z_]+)")re");
  const std::string page = text_of("docs/reference/measures.md");
  EXPECT_EQ(names.size(), 43U);
  EXPECT_EQ(all_matches(section_of(page, "Names in conditions"), R"(^\| `([a-z_]+)` \|)"), names);
}

TEST(DocumentedMeasures, CohortColumnsAreThoseOfTheSource) {
  const auto columns = all_matches(text_of("src/outcomes/measure/cohort_cells.cpp"),
                                   R"re(^    (?:plain|event|yes_no|amount)_column\("([a-z_]+)")re");
  const std::string section = section_of(text_of("docs/reference/measures.md"), "Cohort file");
  const auto begin = section.find("`graduate_id,");
  ASSERT_NE(begin, std::string::npos);
  const std::string listed = section.substr(begin + 1, section.find('`', begin + 1) - begin - 1);
  EXPECT_EQ(columns.size(), 27U);
  EXPECT_EQ(all_matches(listed, "([a-z_]+)"), columns);
}

}  // namespace
}  // namespace smm::documentation
