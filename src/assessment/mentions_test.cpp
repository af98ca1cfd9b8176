// SPDX-License-Identifier: Apache-2.0
#include "assessment/mentions.hpp"

#include <gtest/gtest.h>

#include "assessment/folded_case.hpp"
#include "assessment/sample_people_test.hpp"

namespace smm::assessment {
namespace {

const std::vector<Mentionable> people = {{sample::person("ana"), "Ana Ruiz", "aruiz@lake.edu"},
                                         {sample::person("ann"), "Ann Lee", "ann.lee@lake.edu"},
                                         {sample::person("jose"), "José Lee", "jlee@lake.edu"},
                                         {sample::person("bo"), "Bo Ruiz-Diaz", "bo@lake.edu"}};

std::vector<std::string> mentioned(std::string_view comment) {
  std::vector<std::string> names;
  for (const PersonId& id : mentions_in(comment, people)) {
    for (const char* name : {"ana", "ann", "jose", "bo"}) {
      if (sample::person(name) == id) names.emplace_back(name);
    }
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(Mentions, FindAPersonByAnyOfTheirNames) {
  for (const char* comment :
       {"@ana see this", "(@Ana Ruiz)", "@ANARUIZ", "so: @aruiz.", "@Ana, please", "@ruiz"})
    EXPECT_EQ(mentioned(comment), Names{"ana"}) << comment;
  EXPECT_EQ(mentioned("@ann.lee?"), Names{"ann"});
  EXPECT_EQ(mentioned("@JOSÉ and @bo"), (Names{"jose", "bo"}));
  EXPECT_EQ(mentioned("@Ruiz-Diaz"), Names{"bo"});
}

TEST(Mentions, NameNobodyWhereTwoCouldBeMeant) {
  EXPECT_EQ(mentioned("@lee"), Names{});
  EXPECT_EQ(mentioned("@lee @Ann Lee"), Names{"ann"}) << "the longer words decide";
}

TEST(Mentions, AreWholeWordsAfterAnAt) {
  for (const char* comment :
       {"ana@lake.edu", "x.@ana", "@anabel", "@an", "@ ana", "@", "ana", "@ana_", "@ana-x"})
    EXPECT_EQ(mentioned(comment), Names{}) << comment;
}

TEST(Mentions, CountEachPersonOnceInOrder) {
  EXPECT_EQ(mentioned("@bo @ana @bo @aruiz @@ana"), (Names{"bo", "ana"}));
}

TEST(Mentions, TwoPeopleOfOneNameAreNobody) {
  const std::vector<Mentionable> twins = {{sample::person("1"), "Kim Park", "kim@a.edu"},
                                          {sample::person("2"), "Kim Park", "kpark@a.edu"},
                                          {sample::person("3"), "Kim Park", "park3@a.edu"}};
  EXPECT_TRUE(mentions_in("@Kim Park @kim", twins).empty());
  EXPECT_EQ(mentions_in("@kpark", twins), std::vector<PersonId>{sample::person("2")});
}

TEST(FoldedCase, KnowsAsciiAndAccentedLatinLetters) {
  EXPECT_EQ(folded_case("ÀÉÞ Z×[@`{"), "àéþ z×[@`{");
  EXPECT_EQ(folded_case("\xC3"), "\xC3");
  EXPECT_EQ(folded_case("Ĳß"), "Ĳß");
}

}  // namespace
}  // namespace smm::assessment
