// SPDX-License-Identifier: Apache-2.0
#include "store/query_set.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "store/embedded_files.hpp"
#include "store/engines_test.hpp"
#include "store/migration.hpp"

namespace smm::store {
namespace {

SMM_ON_EACH_ENGINE(ShippedSql);

TEST_P(ShippedSql, EachQueryFitsTheMigratedSchema) {
  const auto connection = database().open();
  ASSERT_TRUE(migrate(*connection, shipped_migrations(), 1));
  const QuerySet& queries = shipped_queries(GetParam());
  EXPECT_FALSE(queries.all().empty());
  for (const auto& [name, sql] : queries.all())
    EXPECT_NO_THROW(connection->check(sql)) << name << ":\n" << sql;
}

TEST_P(ShippedSql, RemembersWhatAnInstallationKnowsOfItself) {
  const auto connection = database().open();
  ASSERT_TRUE(migrate(*connection, shipped_migrations(), 1));
  const QuerySet& queries = shipped_queries(GetParam());
  EXPECT_FALSE(connection->query_one(queries["installation_value"], {"key_id"}));
  for (const char* value : {"first", "second"})
    EXPECT_EQ(connection->execute(queries["set_installation_value"], {"key_id", value}), 1);
  EXPECT_EQ(connection->query_one(queries["installation_value"], {"key_id"})->text(0), "second");
}

TEST(ShippedFiles, AreThoseOfTheTree) {
  std::size_t found = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("src/store")) {
    if (entry.path().extension() != ".sql") continue;
    ++found;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const std::string path = entry.path().lexically_relative("src/store").generic_string();
    EXPECT_TRUE(std::ranges::any_of(embedded_files(), [&](const EmbeddedFile& one) {
      return one.path == path && one.bytes == text;
    })) << path;
  }
  EXPECT_EQ(found, embedded_files().size());
  EXPECT_EQ(shipped_migrations().front().name, "installation");
}

TEST(QuerySet, ReadsNamesFromEveryFile) {
  const QuerySet queries(
      {{"a.sql", "-- of lakes\n-- name: one\nSELECT 1\nFROM a {for_update};\n\n-- name: two\nSELECT 2"},
       {"b.sql", "-- name: three\n-- why\nSELECT 3 ;\n"}},
      Engine::postgres);
  EXPECT_EQ(queries.all().size(), 3U);
  EXPECT_EQ(queries["one"], "SELECT 1\nFROM a FOR UPDATE");
  EXPECT_EQ(queries["two"], "SELECT 2");
  EXPECT_EQ(queries["three"], "SELECT 3");
}

TEST(QuerySet, RefusesFilesThatAreNoSuchList) {
  for (const char* text : {"SELECT 1", "-- name: \nSELECT 1", "-- name: a\nSELECT 1\n-- name: a\nSELECT 2",
                           "-- name: a\n-- name: b\nSELECT 1", "-- name: a\nSELECT {uuid}"})
    EXPECT_THROW(QuerySet({{"a.sql", text}}, Engine::sqlite), SqlTextError) << text;
}

TEST(QuerySetDeathTest, EndsWhenANameIsNotThere) {
  const QuerySet queries({}, Engine::sqlite);
  EXPECT_DEATH(static_cast<void>(queries["absent"]), "found");
}

}  // namespace
}  // namespace smm::store
