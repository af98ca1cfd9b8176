// SPDX-License-Identifier: Apache-2.0
// Every verb of ./dev is told in CONTRIBUTING.md and in ./dev help, and no page names a verb that is not
// there.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "documents.hpp"

namespace smm::documentation {
namespace {

std::set<std::string> verbs() {
  std::set<std::string> found;
  for (std::string verb : all_matches(text_of("dev"), R"(^verb_([a-z_]+)\(\))")) {
    std::ranges::replace(verb, '_', '-');
    found.insert(verb);
  }
  return found;
}

TEST(DocumentedVerbs, EachIsInContributing) {
  const std::set<std::string> named =
      all_matches(text_of("CONTRIBUTING.md"), R"(\./dev ([a-z]+(?:-[a-z]+)*))");
  EXPECT_GE(verbs().size(), 9U);
  for (const std::string& verb : verbs()) EXPECT_TRUE(named.contains(verb)) << "./dev " << verb;
}

TEST(DocumentedVerbs, HelpTellsThemAll) {
  EXPECT_EQ(all_matches(output_of("./dev help"), "^  ([a-z]+(?:-[a-z]+)*) "), verbs());
}

TEST(DocumentedVerbs, NoPageNamesAnotherVerb) {
  for (const std::string& page : files_below(".", ".md"))
    for (const std::string& verb : all_matches(text_of(page), R"(`\./dev ([a-z]+(?:-[a-z]+)*))"))
      EXPECT_TRUE(verbs().contains(verb)) << page << " names ./dev " << verb;
}

}  // namespace
}  // namespace smm::documentation
