// SPDX-License-Identifier: Apache-2.0
#include "report/highlights.hpp"

#include <gtest/gtest.h>

namespace smm::report {
namespace {

std::vector<std::string> names(const std::vector<Highlight>& highlights) {
  std::vector<std::string> names;
  for (const Highlight& each : highlights)
    names.push_back(each.area.area + (each.basis == HighlightBasis::own_scores ? " own" : ""));
  return names;
}

using Names = std::vector<std::string>;

// The worked example of docs/methods/strengths-and-gaps.md.
TEST(Highlights, LieABinFromTheMean) {
  const auto found = highlights_of({{"mission", 70, 50.0},
                                    {"climate", 58, 52.0},
                                    {"research", 52, 50.0},
                                    {"admissions", 30, 55.0},
                                    {"leadership", 47, 50.0}},
                                   4);
  EXPECT_EQ(names(found.strengths), (Names{"mission", "climate", "research own"}));
  EXPECT_EQ(names(found.gaps), (Names{"admissions", "leadership own"}));
}

TEST(Highlights, WithoutMeansAreOwnScores) {
  const auto found = highlights_of({{"a", 10, {}}, {"b", 90, {}}, {"c", 50, {}}, {"d", 60, {}}}, 0);
  EXPECT_EQ(names(found.strengths), (Names{"b own", "d own", "c own"}));
  EXPECT_EQ(names(found.gaps), Names{"a own"});
}

TEST(Highlights, NameNoGapWhereNothingIsLeft) {
  const auto found =
      highlights_of({{"a", 100, 50.0}, {"b", 100, 50.0}, {"c", 100, 50.0}, {"d", 100, 50.0}}, 4);
  EXPECT_EQ(found.strengths.size(), 3U);
  EXPECT_TRUE(found.gaps.empty());
}

TEST(Highlights, OfEqualReachStandInTheOrderOfTheEdition) {
  const auto found = highlights_of({{"a", 60, 50.0}, {"b", 60, 50.0}}, 4);
  EXPECT_EQ(names(found.strengths), (Names{"a", "b"}));
}

}  // namespace
}  // namespace smm::report
