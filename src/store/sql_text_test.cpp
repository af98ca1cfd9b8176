// SPDX-License-Identifier: Apache-2.0
#include "store/sql_text.hpp"

#include <gtest/gtest.h>

namespace smm::store {
namespace {

TEST(SqlText, PutsEachEngineItsOwnWords) {
  const char* sql =
      "CREATE TABLE a (id {id} PRIMARY KEY, n {int64}, r {real}, b {blob}, t {time}) {keyed_table}";
  EXPECT_EQ(
      for_engine(sql, Engine::sqlite),
      "CREATE TABLE a (id TEXT PRIMARY KEY, n INTEGER, r REAL, b BLOB, t INTEGER) STRICT, WITHOUT ROWID");
  EXPECT_EQ(
      for_engine(sql, Engine::postgres),
      "CREATE TABLE a (id text COLLATE \"C\" PRIMARY KEY, n bigint, r double precision, b bytea, t bigint) ");
  EXPECT_EQ(for_engine("SELECT 1 {for_update}", Engine::postgres), "SELECT 1 FOR UPDATE");
  EXPECT_EQ(for_engine("SELECT 1 {for_update}", Engine::sqlite), "SELECT 1 ");
  EXPECT_EQ(for_engine("SELECT 1 {skip_locked}", Engine::postgres), "SELECT 1 FOR UPDATE SKIP LOCKED");
  EXPECT_EQ(for_engine("SELECT 1 {skip_locked}", Engine::sqlite), "SELECT 1 ");
}

TEST(SqlText, RefusesWhatIsNoPlaceholder) {
  EXPECT_THROW(for_engine("a {uuid}", Engine::sqlite), SqlTextError);
  EXPECT_THROW(for_engine("a {id", Engine::sqlite), SqlTextError);
  EXPECT_THROW(for_engine("a {}", Engine::postgres), SqlTextError);
}

TEST(SqlText, NumbersValues) {
  EXPECT_EQ(with_numbered_values("SELECT ? + ?"), "SELECT $1 + $2");
  EXPECT_EQ(with_numbered_values(""), "");
}

TEST(SqlText, LeavesQuotesAndCommentsAlone) {
  for (const char* sql :
       {"'{id} ? it''s ?'", "\"{id}?\"", "-- {id} ?\n", "/* {id} ? */", "'open ?", "/* open ?"}) {
    EXPECT_EQ(for_engine(sql, Engine::postgres), sql);
    EXPECT_EQ(with_numbered_values(sql), sql);
  }
  EXPECT_EQ(with_numbered_values("'?' ? -- ?\n? /*?*/ ?"), "'?' $1 -- ?\n$2 /*?*/ $3");
  EXPECT_EQ(with_numbered_values("1 - ? / ?"), "1 - $1 / $2");
}

}  // namespace
}  // namespace smm::store
