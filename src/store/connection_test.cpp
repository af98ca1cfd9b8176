// SPDX-License-Identifier: Apache-2.0
#include "store/connection.hpp"

#include <fstream>
#include <limits>

#include "store/engines_test.hpp"
#include "store/sql_text.hpp"

namespace smm::store {
namespace {

SMM_ON_EACH_ENGINE(AConnection);

std::unique_ptr<Connection> with_samples(const TestDatabase& database) {
  auto connection = database.open();
  connection->run_script(for_engine("CREATE TABLE sample (n {int64}, r {real}, t {text}, b {blob}) {table}",
                                    connection->engine()));
  return connection;
}

Values round_trip(Connection& connection, const Values& values) {
  connection.execute("DELETE FROM sample");
  connection.execute("INSERT INTO sample (n, r, t, b) VALUES (?, ?, ?, ?)", values);
  const auto row = connection.query_one("SELECT n, r, t, b FROM sample");
  return {(*row)[0], (*row)[1], (*row)[2], (*row)[3]};
}

TEST_P(AConnection, GivesBackExactlyWhatItTook) {
  const auto connection = with_samples(database());
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  const Values samples[] = {
      {Null(), Null(), Null(), Null()},
      {std::int64_t{0}, 0.0, "", Blob{""}},
      {std::numeric_limits<std::int64_t>::min(), -0.1, "'; DROP TABLE sample; --", Blob{every_byte}},
      {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<double>::max(), "\xc3\xa9 ? $1 {id}",
       Blob{std::string(300000, '\0')}},
      {std::int64_t{-1}, std::numeric_limits<double>::denorm_min(), std::string(300000, 'x'), Blob{"?"}}};
  for (const Values& sample : samples) EXPECT_TRUE(round_trip(*connection, sample) == sample);
}

TEST_P(AConnection, RefusesValuesThatOneEngineWouldLose) {
  const auto connection = with_samples(database());
  const Values lost[] = {{Null(), Null(), std::string("a\0b", 3), Null()},
                         {Null(), std::numeric_limits<double>::infinity(), Null(), Null()},
                         {Null(), std::numeric_limits<double>::quiet_NaN(), Null(), Null()}};
  for (const Values& values : lost)
    EXPECT_EQ(failure_of([&] { round_trip(*connection, values); }), Failure::statement);
}

TEST_P(AConnection, CountsTheRowsItChanged) {
  const auto connection = with_samples(database());
  for (std::int64_t n = 0; n < 5; ++n)
    EXPECT_EQ(connection->execute("INSERT INTO sample (n) VALUES (?)", {n}), 1);
  EXPECT_EQ(connection->execute("UPDATE sample SET r = 1 WHERE n >= ?", {std::int64_t{2}}), 3);
  EXPECT_EQ(connection->execute("UPDATE sample SET r = 1 WHERE n = ?", {std::int64_t{9}}), 0);
  EXPECT_EQ(connection->execute("SELECT n FROM sample"), 0);
  EXPECT_EQ(connection->query("DELETE FROM sample WHERE n < ? RETURNING n", {std::int64_t{2}}).size(), 2U);
  EXPECT_EQ(connection->execute("DELETE FROM sample"), 3);
}

TEST_P(AConnection, SortsTextByBytes) {
  const auto connection = with_samples(database());
  for (const char* text : {"b", "a", "B", "_", "\xc3\xa9", "A"})
    connection->execute("INSERT INTO sample (t) VALUES (?)", {text});
  std::string sorted;
  for (const Row& row : connection->query("SELECT t FROM sample ORDER BY t")) sorted += row.text(0);
  EXPECT_EQ(sorted, "AB_ab\xc3\xa9");
}

TEST_P(AConnection, TellsWhichConstraintKindBroke) {
  const auto connection = database().open();
  connection->run_script(
      for_engine("CREATE TABLE lake (id {id} PRIMARY KEY, depth {int64} NOT NULL CHECK (depth > 0)) {table};"
                 "CREATE TABLE river (id {id} PRIMARY KEY, lake {id} NOT NULL REFERENCES lake (id)) {table}",
                 connection->engine()));
  connection->execute("INSERT INTO lake VALUES ('a', 1)");
  connection->execute("INSERT INTO river VALUES ('r', 'a')");
  const std::pair<const char*, Failure> refused[] = {
      {"INSERT INTO lake VALUES ('a', 2)", Failure::unique},
      {"INSERT INTO lake VALUES ('b', 0)", Failure::check},
      {"INSERT INTO lake VALUES ('b', NULL)", Failure::not_null},
      {"INSERT INTO river VALUES ('s', 'b')", Failure::foreign_key},
      {"DELETE FROM lake", Failure::foreign_key},
      {"INSERT INTO lake VALUES ('b', 'deep')", Failure::statement},
      {"INSERT INTO sea VALUES (1)", Failure::statement},
      {"SELECT FROM WHERE", Failure::statement},
      {"SELECT \"deep\" FROM lake", Failure::statement}};
  for (const auto& [sql, failure] : refused)
    EXPECT_EQ(failure_of([&, text = sql] { connection->execute(text); }), failure) << sql;
}

TEST_P(AConnection, TakesOneStatementWithItsValues) {
  const auto connection = with_samples(database());
  for (const char* sql : {"SELECT 1; SELECT 2", "SELECT 1 + CAST(? AS bigint)"})
    EXPECT_EQ(failure_of([&] { connection->query(sql); }), Failure::statement) << sql;
  EXPECT_EQ(failure_of([&] { connection->query("SELECT 1", {std::int64_t{1}}); }), Failure::statement);
  EXPECT_EQ(connection->query("SELECT n FROM sample;").size(), 0U);
}

TEST_P(AConnection, ChecksAStatementWithoutRunningIt) {
  const auto connection = with_samples(database());
  connection->check("INSERT INTO sample (n) VALUES (?)");
  EXPECT_EQ(connection->query("SELECT n FROM sample").size(), 0U);
  EXPECT_EQ(failure_of([&] { connection->check("SELECT m FROM sample"); }), Failure::statement);
}

TEST_P(AConnection, RunsAStatementAgainAfterItFailed) {
  const auto connection = database().open();
  connection->run_script(
      for_engine("CREATE TABLE one (n {int64} PRIMARY KEY) {table}", connection->engine()));
  const char* insert = "INSERT INTO one VALUES (?)";
  connection->execute(insert, {std::int64_t{1}});
  EXPECT_EQ(failure_of([&] { connection->execute(insert, {std::int64_t{1}}); }), Failure::unique);
  EXPECT_EQ(connection->execute(insert, {std::int64_t{2}}), 1);
}

TEST_P(AConnection, ForgetsItsStatementsBeforeTheyAreTooMany) {
  const auto connection = with_samples(database());
  for (int i = 0; i < 1200; ++i)
    ASSERT_EQ(connection->query_one("SELECT " + std::to_string(i) + " AS n")->integer(0), i);
}

TEST_P(AConnection, ReadsOneStateWhileOthersWrite) {
  const auto connection = with_samples(database());
  const auto reader = database().open();
  const auto count = [](Connection& from) {
    return from.query_one("SELECT count(*) FROM sample")->integer(0);
  };
  reader->begin(Access::read);
  EXPECT_EQ(count(*reader), 0);
  connection->execute("INSERT INTO sample (n) VALUES (1)");
  EXPECT_EQ(count(*reader), 0);
  reader->rollback();
  EXPECT_EQ(count(*reader), 1);
}

TEST(Sqlite, KeepsItsFilesPrivateAndSyncs) {
  const TestSqlite database;
  const auto connection = database.open();
  connection->run_script("CREATE TABLE t (n INTEGER) STRICT");
  for (const char* ending : {"", "-wal", "-shm"}) {
    const auto file = database.file().string() + ending;
    EXPECT_EQ(std::filesystem::status(file).permissions() & std::filesystem::perms(077),
              std::filesystem::perms())
        << file;
  }
  EXPECT_EQ(connection->query_one("PRAGMA synchronous")->integer(0), 2);
  EXPECT_EQ(connection->query_one("PRAGMA journal_mode")->text(0), "wal");
  EXPECT_EQ(connection->query_one("PRAGMA foreign_keys")->integer(0), 1);
  EXPECT_EQ(connection->query_one("PRAGMA trusted_schema")->integer(0), 0);
}

TEST(Sqlite, ReadsOnlyWhenToldTo) {
  const TestSqlite database;
  database.open()->run_script("CREATE TABLE t (n INTEGER) STRICT");
  const auto reader = open_sqlite(database.file().string(), SqliteMode::read_only);
  EXPECT_EQ(reader->query("SELECT n FROM t").size(), 0U);
  EXPECT_TRUE(failure_of([&] { reader->execute("INSERT INTO t VALUES (1)"); }));
}

TEST(Sqlite, SaysThatAFileIsNoDatabase) {
  const TestSqlite database;
  const auto open = [&](SqliteMode mode) {
    return failure_of([&] { open_sqlite(database.file().string(), mode); });
  };
  EXPECT_EQ(open(SqliteMode::read_write), Failure::gone);
  EXPECT_FALSE(std::filesystem::exists(database.file()));
  std::ofstream(database.file()) << "This is a letter, and as long as the head of a database has to be: " +
                                        std::string(200, '.');
  EXPECT_EQ(open(SqliteMode::read_write), Failure::gone);
  EXPECT_EQ(failure_of([] { open_sqlite("/nowhere/smm.db", SqliteMode::create); }), Failure::gone);
}

TEST(Postgres, RefusesAServerThatWouldLoseCommits) {
  auto* server = test::PrivatePostgres::get();
  if (server == nullptr) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here that this user can start.";
  const std::string careless =
      "host=" + server->folder() + " user=postgres dbname=postgres options='-csynchronous_commit=off'";
  EXPECT_EQ(failure_of([&] { open_postgres(careless); }), Failure::other);
  EXPECT_EQ(failure_of([&] { open_postgres(server->url()); }), std::nullopt);
  EXPECT_EQ(failure_of([] { open_postgres("host=/nowhere user=postgres"); }), Failure::gone);
}

}  // namespace
}  // namespace smm::store
