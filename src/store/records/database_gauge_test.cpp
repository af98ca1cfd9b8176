// SPDX-License-Identifier: Apache-2.0
#include "store/records/database_gauge.hpp"

#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

app::DatabaseSettings place_of(const TestDatabase& database) {
  if (const auto* sqlite = dynamic_cast<const TestSqlite*>(&database))
    return {.data = sqlite->file().parent_path().string(), .database = {}, .key_file = {}};
  return {.data = {}, .database = dynamic_cast<const TestPostgres&>(database).url(), .key_file = {}};
}

SMM_RECORDS_ON_EACH_ENGINE(DatabaseGauge);

TEST_P(DatabaseGauge, TellsOfOneThatIsInUse) {
  write([](app::Records& records) {
    records.audit.append({"office", "system", "a", "b", ""}, {7'000});
    records.audit.append({"lakeside", "system", "a", "b", ""}, {9'000});
    records.audit.append({"office", "system", "a", "b", ""}, {8'000});
  });
  const DatabaseSeen seen = look_at_database(place_of(database()));
  EXPECT_EQ(seen.schema.fault, "");
  EXPECT_EQ(seen.schema.applied, seen.schema.known);
  EXPECT_GT(seen.schema.known, 18);
  EXPECT_EQ(seen.last_written, base::Instant{9'000});
  EXPECT_EQ(seen.oldest_mail, std::nullopt);
  EXPECT_EQ(seen.made, base::Instant{1});
}

TEST_P(DatabaseGauge, TellsHowLongMailsWait) {
  for (const std::int64_t created : {5'000, 3'000, 4'000})
    write([&](app::Records& records) {
      records.outbox.add({.id = id_of<app::MailId>(static_cast<std::uint64_t>(created)),
                          .to = "a@b.example",
                          .kind = "sign_in",
                          .sealed = "x",
                          .round = {},
                          .school = {},
                          .state = created == 3'000 ? app::MailState::sent : app::MailState::waiting,
                          .created = {created},
                          .next_try = {created},
                          .said = ""});
    });
  EXPECT_EQ(look_at_database(place_of(database())).oldest_mail, base::Instant{4'000});
}

TEST_P(DatabaseGauge, TellsOfAServerAndItsClock) {
  const DatabaseSeen seen = look_at_database(place_of(database()));
  EXPECT_EQ(seen.server.has_value(), GetParam() == Engine::postgres);
  EXPECT_EQ(seen.clock.has_value(), GetParam() == Engine::postgres);
  if (!seen.server) return;
  EXPECT_GE(seen.server->version, 130'000);
  EXPECT_EQ(seen.server->fsync + seen.server->full_page_writes + seen.server->synchronous_commit, "ononon");
  EXPECT_EQ(seen.server->connections, 120);
  EXPECT_TRUE(seen.server->local);
  EXPECT_FALSE(seen.server->encrypted);
  EXPECT_GT(seen.clock->seconds(), 1'700'000'000);
}

class UnfitDatabase : public OnEachEngine {};
INSTANTIATE_TEST_SUITE_P(Engines, UnfitDatabase, testing::Values(Engine::sqlite, Engine::postgres),
                         name_of_engine);

TEST_P(UnfitDatabase, IsToldByItsNumberWhenItIsBehind) {
  if (IsSkipped()) return;
  database().open();  // SQLite's file is there from now on
  EXPECT_EQ(look_at_database(place_of(database())).schema.applied, 0);
  auto migrations = shipped_migrations();
  migrations.resize(3, Migration{});
  ASSERT_TRUE(migrate(*database().open(), migrations, 1));
  const DatabaseSeen seen = look_at_database(place_of(database()));
  EXPECT_EQ(seen.schema.applied, 3);
  EXPECT_EQ(seen.schema.fault, "");
  EXPECT_EQ(seen.last_written, std::nullopt);
}

TEST_P(UnfitDatabase, IsToldInWordsWhenAnotherProgramMadeIt) {
  if (IsSkipped()) return;
  ASSERT_TRUE(migrate(*database().open(), shipped_migrations(), 1));
  database().open()->execute("UPDATE migration_log SET checksum = 'other' WHERE number = 2");
  EXPECT_NE(look_at_database(place_of(database())).schema.fault.find("0002_people"), std::string::npos);
}

TEST(NoDatabase, IsToldInWords) {
  const auto fault = [](const app::DatabaseSettings& where) { return look_at_database(where).schema.fault; };
  EXPECT_NE(fault({.data = "/nowhere", .database = {}, .key_file = {}}).find("no installation in /nowhere"),
            std::string::npos);
  EXPECT_NE(fault({.data = {}, .database = "host=/nowhere", .key_file = {}}).find("/nowhere"),
            std::string::npos);
  EXPECT_NE(fault({.data = {}, .database = "nonsense=1", .key_file = {}}).find("nonsense"),
            std::string::npos);
}

// What open_postgres refuses is what has to be told here.
TEST(UnsafeServer, IsLookedAtAllTheSame) {
  const test::PrivatePostgres* server = test::PrivatePostgres::get();
  if (server == nullptr) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here.";
  const std::string url =
      "host=" + server->folder() + " user=postgres dbname=postgres options='-csynchronous_commit=off'";
  EXPECT_THROW(open_postgres(url), StoreError);
  const DatabaseSeen seen = look_at_database({.data = {}, .database = url, .key_file = {}});
  ASSERT_TRUE(seen.server);
  EXPECT_EQ(seen.server->synchronous_commit, "off");
  EXPECT_EQ(seen.schema.fault, "");
}

}  // namespace
}  // namespace smm::store::records
