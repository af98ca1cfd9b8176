// SPDX-License-Identifier: Apache-2.0
// An installation of the first schema with which the service ran, brought to the present one on both engines:
// not a row is lost or changed, the audit log holds, what schools said opens, and the way there is the same
// in one step or in many.
#include <gtest/gtest.h>

#include <filesystem>

#include "app/answering/answer_seals.hpp"
#include "app/installation/rotate_keys.hpp"
#include "app/installation/verify_audit.hpp"
#include "crypto/key_wrap.hpp"
#include "old_rows.hpp"
#include "private_postgres.hpp"
#include "scratch_folder.hpp"
#include "store/migration.hpp"
#include "store/postgres.hpp"
#include "store/records/database_gauge.hpp"
#include "store/records/house_tables.hpp"
#include "store/records/stored_installations.hpp"
#include "store/sqlite.hpp"

namespace smm::upgrade {
namespace {

constexpr std::size_t first_schema = 6;
constexpr const char* old_house_file = "tests/upgrade/schema-0006.rows";

class Upgrade : public testing::TestWithParam<store::Engine> {
 protected:
  void SetUp() override {
    if (GetParam() == store::Engine::sqlite) {
      std::filesystem::create_directory(folder_.path("data"));
      where_.data = folder_.path("data");
      return;
    }
    test::PrivatePostgres* server = test::PrivatePostgres::get();
    if (server == nullptr) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here.";
    static int count = 0;
    const std::string schema = "upgraded" + std::to_string(++count);
    store::open_postgres(server->url())->run_script("CREATE SCHEMA " + schema);
    where_.database = server->url(schema);
  }

  std::unique_ptr<store::Connection> connect() const {
    if (!where_.data.empty()) return store::open_sqlite(where_.data + "/smm.db", store::SqliteMode::create);
    return store::open_postgres(where_.database);
  }

  static std::vector<store::Migration> first(std::size_t count) {
    auto migrations = store::shipped_migrations();
    migrations.resize(count, store::Migration{});
    return migrations;
  }

  // As it was then.
  void furnish() const {
    const auto connection = connect();
    ASSERT_TRUE(store::migrate(*connection, first(first_schema), 1));
    put_into(*connection, old_);
  }

  const app::DatabaseSettings& where() const { return where_; }

  const OldHouse old_ = read_old_house(old_house_file);
  store::records::StoredInstallations installations_;

  test::ScratchFolder folder_;

 private:
  app::DatabaseSettings where_;
};

INSTANTIATE_TEST_SUITE_P(Engines, Upgrade, testing::Values(store::Engine::sqlite, store::Engine::postgres),
                         [](const auto& engine) {
                           return engine.param == store::Engine::sqlite ? "Sqlite" : "Postgres";
                         });

// What no test of rows can tell: that they were there to begin with.
TEST(OldHouse, IsALivedInOne) {
  const OldHouse old = read_old_house(old_house_file);
  std::map<std::string, std::size_t> count;
  for (const OldTable& table : old.tables) count[table.name] = table.rows.size();
  EXPECT_EQ(count["school"], 3U);
  EXPECT_EQ(count["answer"], 24U);
  EXPECT_EQ(count["audit"], 158U);
  for (const char* table : {"person", "packet", "assignment", "signature", "mail", "session", "note"})
    EXPECT_GT(count[table], 0U) << table;
}

TEST_P(Upgrade, NotARowIsLostOrChanged) {
  if (IsSkipped()) return;
  furnish();
  EXPECT_EQ(store::records::look_at_database(where()).schema.applied,
            static_cast<std::int64_t>(first_schema));
  EXPECT_EQ(installations_.open(where(), app::Hold::beside_others).problems().front().code,
            "database_not_migrated");
  const auto steps = installations_.migrate(where(), {2});
  ASSERT_TRUE(steps);
  EXPECT_EQ(steps->before, static_cast<std::int64_t>(first_schema));
  EXPECT_EQ(steps->now, static_cast<std::int64_t>(store::shipped_migrations().size()));
  const auto connection = connect();
  for (const OldTable& table : old_.tables)
    EXPECT_EQ(rows_of(*connection, table.name, table.columns), sorted(table.rows)) << table.name;
}

TEST_P(Upgrade, WhatSchoolsSaidOpensAndTheLogHolds) {
  if (IsSkipped()) return;
  furnish();
  ASSERT_TRUE(installations_.migrate(where(), {2}));
  auto key = crypto::read_key_text(old_.key);
  ASSERT_TRUE(key);
  const auto database = installations_.open(where(), app::Hold::beside_others).value();
  const auto status = app::key_status(*database, *key);
  EXPECT_EQ(status.given, status.expected);
  EXPECT_EQ(status.keys, 4U);
  EXPECT_TRUE(status.unopened.empty());
  app::KeyRing ring(std::move(*key));
  std::size_t opened = 0;
  database->read([&](app::Records& records) {
    const auto verdict = app::verify_audit(records.audit);
    EXPECT_TRUE(verdict.broken.empty());
    EXPECT_EQ(verdict.entries, 158);
    const auto round = records.rounds.by_code("2026");
    ASSERT_TRUE(round);
    for (const auto& school : records.schools.all()) {
      const app::SheetKey sheet{round->id, school.id};
      const auto answers = records.sheets.answers(sheet);
      const auto seals = ring.seals(records.schools, school.id.text());
      ASSERT_TRUE(seals);
      for (const auto& answer : answers)
        opened += app::open_answer(*seals, sheet, answer).place == answer.place ? 1U : 0U;
    }
  });
  EXPECT_EQ(opened, 24U);
}

// A database that was upgraded with each version is that of one that waited.
TEST_P(Upgrade, OneStepIsAsManySteps) {
  if (IsSkipped()) return;
  furnish();
  const auto connection = connect();
  const std::size_t last = store::shipped_migrations().size();
  for (std::size_t step = first_schema + 1; step <= last; ++step)
    ASSERT_TRUE(store::migrate(*connection, first(step), static_cast<std::int64_t>(step))) << step;
  for (const OldTable& table : old_.tables)
    EXPECT_EQ(rows_of(*connection, table.name, table.columns), sorted(table.rows)) << table.name;
  const auto fresh = store::open_sqlite(folder_.path("fresh.db"), store::SqliteMode::create);
  ASSERT_TRUE(store::migrate(*fresh, store::shipped_migrations(), 1));
  EXPECT_EQ(store::records::house_tables(*connection), store::records::house_tables(*fresh));
}

// Nothing half-done: a migration that fails leaves the schema that was there.
TEST_P(Upgrade, OneThatFailsLeavesWhatWasThere) {
  if (IsSkipped()) return;
  furnish();
  auto migrations = store::shipped_migrations();
  migrations.back().sql =
      "CREATE TABLE half_done (id {id} PRIMARY KEY) {table}; SELECT 1 FROM no_such_table;";
  EXPECT_THROW((void)store::migrate(*connect(), migrations, 2), base::EnvironmentError);
  const auto seen = store::records::look_at_database(where());
  EXPECT_EQ(seen.schema.applied, static_cast<std::int64_t>(first_schema));
  EXPECT_TRUE(installations_.migrate(where(), {3}));
}

}  // namespace
}  // namespace smm::upgrade
