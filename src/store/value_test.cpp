// SPDX-License-Identifier: Apache-2.0
#include "store/value.hpp"

#include <gtest/gtest.h>

namespace smm::store {
namespace {

const Row& sample_row() {
  static const Row row(Values{std::int64_t{3}, 0.5, "text", Blob{"bytes"}, Null()});
  return row;
}

TEST(Row, GivesWhatItHolds) {
  const Row& row = sample_row();
  EXPECT_EQ(row.size(), 5U);
  EXPECT_EQ(row.integer(0), 3);
  EXPECT_EQ(row.real(1), 0.5);
  EXPECT_EQ(row.text(2), "text");
  EXPECT_EQ(row.blob(3), "bytes");
  EXPECT_TRUE(row.is_null(4));
}

TEST(Row, SaysThatANullIsThere) {
  const Row& row = sample_row();
  EXPECT_EQ(row.integer_or_null(0), 3);
  EXPECT_EQ(row.real_or_null(1), 0.5);
  EXPECT_EQ(row.text_or_null(2), "text");
  EXPECT_EQ(row.blob_or_null(3), "bytes");
  EXPECT_EQ(row.integer_or_null(4), std::nullopt);
  EXPECT_EQ(row.real_or_null(4), std::nullopt);
  EXPECT_EQ(row.text_or_null(4), std::nullopt);
  EXPECT_EQ(row.blob_or_null(4), std::nullopt);
}

TEST(Row, TakesWhatMayBeAbsent) {
  EXPECT_EQ(value_or_null(std::optional<std::string>()), Value());
  EXPECT_EQ(value_or_null(std::optional<std::int64_t>(4)), Value(std::int64_t{4}));
}

TEST(RowDeathTest, EndsWhenAnotherKindIsAsked) {
  EXPECT_DEATH(static_cast<void>(sample_row().text(0)), "");
  EXPECT_DEATH(static_cast<void>(sample_row().integer(4)), "");
  EXPECT_DEATH(static_cast<void>(sample_row().integer(5)), "");
}

}  // namespace
}  // namespace smm::store
