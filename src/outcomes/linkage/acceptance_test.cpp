// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/acceptance.hpp"

#include <gtest/gtest.h>

namespace smm::outcomes::linkage {
namespace {

TEST(Acceptance, TakesLinksAsLongAsTheirMeanIsTheShare) {
  EXPECT_DOUBLE_EQ(accepted_from({.8, 1, .9, 1}, .95), .9);  // (1 + 1 + .9) / 3 = .967; with .8: .925
  EXPECT_DOUBLE_EQ(accepted_from({.8, 1, .9, 1}, .925), .8);
  EXPECT_DOUBLE_EQ(accepted_from({.8, 1, .9, 1}, .99), 1);
}

TEST(Acceptance, TakesEqualProbabilitiesTogetherOrNotAtAll) {
  EXPECT_DOUBLE_EQ(accepted_from({1, .9, .9}, .95), 1);  // with one of the two it would be .95
  EXPECT_DOUBLE_EQ(accepted_from({1, 1, .9, .9}, .95), .9);
}

TEST(Acceptance, AcceptsNothingWhereNothingIsSureEnough) {
  EXPECT_GT(accepted_from({}, .5), 1);
  EXPECT_GT(accepted_from({.9, .8}, .95), 1);
}

TEST(Acceptance, NeverTakesWhatIsLessLikelyThanNot) {
  EXPECT_DOUBLE_EQ(accepted_from({1, 1, 1, 1, .5, .49}, .6), .5);
}

}  // namespace
}  // namespace smm::outcomes::linkage
