// SPDX-License-Identifier: Apache-2.0
#include "store/migration.hpp"

#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <set>

#include "store/engines_test.hpp"
#include "store/transaction.hpp"

namespace smm::store {
namespace {

SMM_ON_EACH_ENGINE(AMigration);

// The migrations of tests/store/migrations, which no program ships, up to `count`.
std::vector<Migration> sample_migrations(std::size_t count) {
  std::vector<SqlFile> files;
  for (const auto& entry : std::filesystem::directory_iterator("tests/store/migrations")) {
    std::ifstream text(entry.path(), std::ios::binary);
    files.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(text), {}}});
  }
  auto migrations = read_migrations(std::move(files));
  migrations.erase(migrations.begin() + static_cast<std::ptrdiff_t>(count), migrations.end());
  return migrations;
}

template <class T>
std::string first_code(const base::Result<T>& result) {
  return result ? "none" : std::string(result.problems().front().code);
}

std::string lakes(Connection& connection, const char* sql) {
  std::string text;
  for (const Row& row : connection.query(sql)) text += row.text(0) + " ";
  return text;
}

TEST_P(AMigration, IsAppliedOnceAndLogged) {
  const auto connection = database().open();
  EXPECT_EQ(migrate(*connection, sample_migrations(1), 100).value(), (SchemaVersion{0, 1}));
  EXPECT_EQ(migrate(*connection, sample_migrations(1), 200).value(), (SchemaVersion{1, 1}));
  connection->execute("INSERT INTO lake (id, name) VALUES ('a', 'Lago')");
  connection->execute("INSERT INTO river (id, lake) VALUES ('r', 'a')");
  EXPECT_EQ(migrate(*connection, sample_migrations(3), 300).value(), (SchemaVersion{1, 3}));
  const Rows log =
      connection->query("SELECT number, name, checksum, applied_at FROM migration_log ORDER BY number");
  ASSERT_EQ(log.size(), 3U);
  EXPECT_EQ(log[0].text(1), "lakes_and_rivers");
  EXPECT_EQ(log[0].integer(3), 100);
  EXPECT_EQ(log[2].integer(3), 300);
  EXPECT_EQ(log[2].text(2), sample_migrations(3)[2].checksum);
}

TEST_P(AMigration, KeepsRowsOfATableItRebuilds) {
  const auto connection = database().open();
  ASSERT_TRUE(migrate(*connection, sample_migrations(1), 1));
  connection->execute("INSERT INTO lake (id, name) VALUES ('a', 'Lago')");
  connection->execute("INSERT INTO river (id, lake) VALUES ('r', 'a')");
  ASSERT_TRUE(migrate(*connection, sample_migrations(2), 2));
  EXPECT_EQ(lakes(*connection, "SELECT title FROM lake"), "Lago ");
  EXPECT_EQ(lakes(*connection, "SELECT lake FROM river"), "a ");
  EXPECT_EQ(failure_of([&] { connection->execute("INSERT INTO river (id, lake) VALUES ('s', 'b')"); }),
            Failure::foreign_key);
}

TEST_P(AMigration, IsRefusedByAnOlderProgram) {
  const auto connection = database().open();
  ASSERT_TRUE(migrate(*connection, sample_migrations(2), 1));
  EXPECT_EQ(first_code(migrate(*connection, sample_migrations(1), 2)), "database_newer");
  EXPECT_EQ(first_code(check_schema(*connection, sample_migrations(1))), "database_newer");
  EXPECT_EQ(connection->query("SELECT number FROM migration_log").size(), 2U);
}

TEST_P(AMigration, IsNeverChangedAfterwards) {
  const auto connection = database().open();
  ASSERT_TRUE(migrate(*connection, sample_migrations(2), 1));
  auto changed = sample_migrations(3);
  changed[1] = read_migrations({{"0001_x.sql", ""}, {"0002_titles.sql", changed[1].sql + " "}})[1];
  EXPECT_EQ(first_code(migrate(*connection, changed, 2)), "migration_changed");
  EXPECT_EQ(first_code(check_schema(*connection, changed)), "migration_changed");
  EXPECT_EQ(connection->query("SELECT number FROM migration_log").size(), 2U);
}

TEST_P(AMigration, IsMissedBeforeItIsApplied) {
  const auto connection = database().open();
  EXPECT_EQ(first_code(check_schema(*connection, sample_migrations(1))), "database_not_migrated");
  ASSERT_TRUE(migrate(*connection, sample_migrations(1), 1));
  EXPECT_EQ(check_schema(*connection, sample_migrations(1)).value(), (SchemaVersion{1, 1}));
  EXPECT_EQ(first_code(check_schema(*connection, sample_migrations(2))), "database_not_migrated");
}

TEST_P(AMigration, LeavesNothingWhenALaterOneFails) {
  const auto connection = database().open();
  auto migrations = sample_migrations(2);
  migrations.push_back(
      read_migrations({{"0001_a.sql", ""}, {"0002_b.sql", ""}, {"0003_c.sql", "CREATE TABLE lake"}})[2]);
  EXPECT_EQ(failure_of([&] { static_cast<void>(migrate(*connection, migrations, 1)); }), Failure::statement);
  EXPECT_EQ(failure_of([&] { connection->query("SELECT id FROM lake"); }), Failure::statement);
  EXPECT_EQ(migrate(*connection, sample_migrations(2), 2).value(), (SchemaVersion{0, 2}));
}

TEST_P(AMigration, IsAppliedOnceByManyAtOnce) {
  std::vector<std::future<std::int64_t>> programs;
  for (int i = 0; i < 8; ++i)
    programs.push_back(std::async(std::launch::async, [&] {
      return migrate(*database().open(), sample_migrations(3), 1).value().before;
    }));
  std::multiset<std::int64_t> before;
  for (auto& program : programs) before.insert(program.get());
  EXPECT_EQ(before, (std::multiset<std::int64_t>{0, 3, 3, 3, 3, 3, 3, 3}));
}

TEST(MigrationNames, CountFromOneWithoutAGap) {
  EXPECT_EQ(read_migrations({{"0002_b.sql", "B"}, {"0001_a.sql", "A"}})[1].name, "b");
  for (const char* name : {"1_a.sql", "0001a.sql", "0001_.sql", "0001_a.txt", "0001_A.sql", "000x_a.sql",
                           "0002_a.sql", "0000_a.sql", "", "0001"})
    EXPECT_THROW(read_migrations({{name, ""}}), SqlTextError) << name;
  EXPECT_THROW(read_migrations({{"0001_a.sql", ""}, {"0001_b.sql", ""}}), SqlTextError);
}

}  // namespace
}  // namespace smm::store
