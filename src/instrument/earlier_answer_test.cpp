// SPDX-License-Identifier: Apache-2.0
#include "instrument/earlier_answer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace smm::instrument {
namespace {

// a and b became x, c became y, d is gone.
ConcordanceRow recoded_row() {
  ConcordanceRow row;
  row.change = Change::recoded;
  row.map = {{"a", "x", {}}, {"b", "x", {}}, {"c", "y", {}}, {"d", std::nullopt, {}}};
  return row;
}

ConcordanceRow factor_row(double factor) {
  ConcordanceRow row;
  row.change = Change::recoded;
  row.factor = factor;
  return row;
}

TEST(EarlierAnswer, MapsEachChosenOptionOnce) {
  const ConcordanceRow row = recoded_row();
  EXPECT_EQ(value_as_newer(row, "a"), "x");
  EXPECT_EQ(value_as_newer(row, "a;b;c"), "x;y");
  EXPECT_EQ(value_as_newer(row, "c;a"), "y;x");
  EXPECT_EQ(value_as_newer(row, "none"), "none");
}

TEST(EarlierAnswer, IsLostWithAChosenOptionThatHasNoNewer) {
  const ConcordanceRow row = recoded_row();
  EXPECT_EQ(value_as_newer(row, "d"), std::nullopt);
  EXPECT_EQ(value_as_newer(row, "a;d"), std::nullopt);
  EXPECT_EQ(value_as_newer(row, "unheard-of"), std::nullopt);
}

TEST(EarlierAnswer, KeepsABarredOptionOnlyIfAllThatBecameItWereBarred) {
  const ConcordanceRow row = recoded_row();
  EXPECT_EQ(value_as_newer(row, "c;!a;!b"), "y;!x");
  EXPECT_EQ(value_as_newer(row, "b;!a"), "x");
  EXPECT_EQ(value_as_newer(row, "c;!a"), "y");
  EXPECT_EQ(value_as_newer(row, "none;!c;!d"), "none;!y");
}

TEST(EarlierAnswer, KeepsTheYearsOfGridCells) {
  const ConcordanceRow row = recoded_row();
  EXPECT_EQ(value_as_newer(row, "a@1;b@1;b@2"), "x@1;x@2");
  EXPECT_EQ(value_as_newer(row, "c@1;!a@1;!b@2"), "y@1");
  EXPECT_EQ(value_as_newer(row, "c@1;!a@2;!b@2"), "y@1;!x@2");
}

TEST(EarlierAnswer, OptionNamedNoneIsMappedLikeAnyOther) {
  ConcordanceRow row = recoded_row();
  row.map.push_back({"none", "nothing", {}});
  EXPECT_EQ(value_as_newer(row, "none"), "nothing");
}

TEST(EarlierAnswer, MultipliesWholeNumbers) {
  EXPECT_EQ(value_as_newer(factor_row(12), "3"), "36");
  EXPECT_EQ(value_as_newer(factor_row(0.001), "1500"), "2");
  EXPECT_EQ(value_as_newer(factor_row(0.001), "1499"), "1");
  EXPECT_EQ(value_as_newer(factor_row(12), "3/4"), std::nullopt);
  EXPECT_EQ(value_as_newer(factor_row(1000), "9007199254740992"), std::nullopt);
}

TEST(EarlierAnswer, FactorOneLeavesEveryNumberAsWritten) {
  EXPECT_EQ(value_as_newer(factor_row(1), "7/20|35"), "7/20|35");
}

TEST(EarlierAnswer, WithoutMapOrFactorTheValueStays) {
  EXPECT_EQ(value_as_newer(ConcordanceRow{}, "2026-05-01"), "2026-05-01");
}

// A map onto itself changes nothing: the text of an answer is taken apart and put together again whole.
RC_GTEST_PROP(EarlierAnswer, MapOntoItselfKeepsTheAnswer, ()) {
  ConcordanceRow row;
  row.map = {{"a", "a", {}}};
  std::string value = "a";
  for (const std::string id : {"b", "c", "d", "e"}) {
    row.map.push_back({id, id, {}});
    const int state = *rc::gen::inRange(0, 3);
    if (state == 0) continue;
    value += state == 1 ? ";" + id : ";!" + id;
  }
  RC_ASSERT(value_as_newer(row, value) == value);
}

}  // namespace
}  // namespace smm::instrument
