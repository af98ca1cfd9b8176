// SPDX-License-Identifier: Apache-2.0
#include "expression/nearest_word.hpp"

#include <gtest/gtest.h>

namespace smm::expression {
namespace {

TEST(NearestWord, DistanceCountsEdits) {
  EXPECT_EQ(edit_distance("", ""), 0);
  EXPECT_EQ(edit_distance("", "abc"), 3);
  EXPECT_EQ(edit_distance("abc", ""), 3);
  EXPECT_EQ(edit_distance("rural", "rural"), 0);
  EXPECT_EQ(edit_distance("rural", "rurl"), 1);
  EXPECT_EQ(edit_distance("rural", "rurla"), 1);
  EXPECT_EQ(edit_distance("ca", "abc"), 3);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
}

TEST(NearestWord, PrefersTheNearestThenTheFirst) {
  EXPECT_EQ(nearest_word("rurla", {"tribal", "rural", "plural"}), "rural");
  EXPECT_EQ(nearest_word("bxn", {"bsn", "ban"}), "bsn");
}

TEST(NearestWord, NeverGuessesWildly) {
  EXPECT_EQ(nearest_word("tribal", {"rural", "urban"}), std::nullopt);
  EXPECT_EQ(nearest_word("ab", {"xy"}), std::nullopt);
  EXPECT_EQ(nearest_word("a", {"b"}), "b");
  EXPECT_EQ(nearest_word("abc", {}), std::nullopt);
}

}  // namespace
}  // namespace smm::expression
