// SPDX-License-Identifier: Apache-2.0
#include "store/writer.hpp"

#include <future>
#include <set>
#include <thread>

#include "store/engines_test.hpp"
#include "store/sql_text.hpp"

namespace smm::store {
namespace {

SMM_ON_EACH_ENGINE(AWriter);

constexpr const char* keep_number = "INSERT INTO kept VALUES (?)";

void make_kept(const TestDatabase& database) {
  const auto connection = database.open();
  connection->run_script(
      for_engine("CREATE TABLE kept (n {int64} PRIMARY KEY) {table}", connection->engine()));
}

Writer::Work keep(std::int64_t n) {
  return [n](Connection& connection) { connection.execute(keep_number, {n}); };
}

std::set<std::int64_t> kept(const TestDatabase& database) {
  std::set<std::int64_t> numbers;
  for (const Row& row : database.open()->query("SELECT n FROM kept")) numbers.insert(row.integer(0));
  return numbers;
}

TEST_P(AWriter, AnswersWhenOthersCanSeeIt) {
  make_kept(database());
  const auto writer = database().writer();
  for (std::int64_t n = 0; n < 20; ++n) {
    writer->save(keep(n));
    ASSERT_TRUE(kept(database()).contains(n));
  }
}

TEST_P(AWriter, TakesBackOnlyTheSaveThatFails) {
  make_kept(database());
  const auto writer = database().writer();
  std::vector<std::thread> people;
  std::atomic<int> refused = 0;
  for (std::int64_t person = 0; person < 8; ++person)
    people.emplace_back([&, person] {
      for (std::int64_t i = 0; i < 40; ++i) {
        const std::int64_t n = person * 100 + i;
        if (i % 4 == 1)
          refused += failure_of([&] { writer->save([&](Connection& c) { keep(n)(c), keep(n - 1)(c); }); }) ==
                     Failure::unique;
        else
          writer->save(keep(n));
      }
    });
  for (std::thread& person : people) person.join();
  EXPECT_EQ(refused, 8 * 10);
  const auto numbers = kept(database());
  EXPECT_EQ(numbers.size(), 8U * 30U);
  for (const std::int64_t n : numbers) EXPECT_NE(n % 100 % 4, 1);
}

TEST_P(AWriter, HandsOnWhateverAWorkThrows) {
  make_kept(database());
  const auto writer = database().writer();
  const auto stale = [](Connection& connection) {
    keep(1)(connection);
    throw std::runtime_error("stale");
  };
  EXPECT_THROW(writer->save(stale), std::runtime_error);
  EXPECT_TRUE(kept(database()).empty());
  writer->save(keep(1));
  EXPECT_EQ(kept(database()).size(), 1U);
}

TEST_P(AWriter, KeepsNothingOfAWorkThatSwallowsAnError) {
  make_kept(database());
  const auto writer = database().writer();
  writer->save(keep(1));
  const auto careless = [](Connection& connection) {
    keep(2)(connection);
    EXPECT_EQ(failure_of([&] { keep(1)(connection); }), Failure::unique);
  };
  EXPECT_EQ(failure_of([&] { writer->save(careless); }), Failure::aborted);
  EXPECT_EQ(kept(database()), std::set<std::int64_t>{1});
}

TEST_P(AWriter, CarriesOutWhatWaitsBeforeItGoes) {
  make_kept(database());
  std::atomic<int> told = 0;
  {
    const auto writer = database().writer();
    for (std::int64_t n = 0; n < 200; ++n)
      writer->submit(keep(n), [&](std::exception_ptr failure) { told += failure == nullptr; });
  }
  EXPECT_EQ(told, 200);
  EXPECT_EQ(kept(database()).size(), 200U);
}

TEST_P(AWriter, SavesTogetherWhatDependsOnOneRow) {
  make_kept(database());
  database().open()->execute(keep_number, {std::int64_t{1000}});
  const auto writer = database().writer();
  const std::string read = for_engine("SELECT n FROM kept {for_update}", GetParam());
  const auto add_one = [&](Connection& connection) {
    const std::int64_t n = connection.query_one(read)->integer(0);
    connection.execute("UPDATE kept SET n = ?", {n + 1});
  };
  std::vector<std::thread> people;
  for (int person = 0; person < 4; ++person)
    people.emplace_back([&] {
      for (int i = 0; i < 25; ++i) writer->save(add_one);
    });
  for (std::thread& person : people) person.join();
  EXPECT_EQ(kept(database()), std::set<std::int64_t>{1100});
}

TEST_P(AWriter, RefusesMoreThanMayWait) {
  make_kept(database());
  std::promise<void> gate;
  const auto open_gate = gate.get_future().share();
  std::atomic<int> told = 0, refused = 0;
  {
    const auto writer = database().writer({.waiting = 10, .group = 256});
    for (std::int64_t n = 0; n < 40; ++n)
      writer->submit(
          [n, open_gate](Connection& connection) {
            open_gate.wait();
            keep(n)(connection);
          },
          [&](std::exception_ptr failure) { ++(failure ? refused : told); });
    gate.set_value();
  }
  EXPECT_EQ(told + refused, 40);
  EXPECT_GE(refused, 40 - 10 - 4 - 10);
  EXPECT_EQ(kept(database()).size(), static_cast<std::size_t>(told));
}

TEST(PoolWriter, FindsItsServerAgainAfterAConnectionWasLost) {
  if (test::PrivatePostgres::get() == nullptr)
    GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here that this user can start.";
  const TestPostgres database(*test::PrivatePostgres::get());
  make_kept(database);
  const auto writer = pool_writer([&] { return open_postgres(database.url()); }, 1);
  writer->save(keep(1));
  const auto end_others = [&] {
    database.open()->query(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND "
        "datname = current_database()");
  };
  end_others();
  writer->save(keep(2));
  const auto cut_off = [&](Connection& connection) {
    keep(3)(connection);
    end_others();
    keep(4)(connection);
  };
  EXPECT_EQ(failure_of([&] { writer->save(cut_off); }), Failure::retry) << "surely nothing is kept";
  writer->save(keep(5));
  EXPECT_EQ(kept(database), (std::set<std::int64_t>{1, 2, 5}));
  int runs = 0;
  writer->save([&](Connection& connection) {
    keep(10 + runs)(connection);
    if (++runs == 1) end_others();
    keep(20 + runs)(connection);
  });
  EXPECT_EQ(kept(database), (std::set<std::int64_t>{1, 2, 5, 11, 22}));
}

// Nobody can say whether it is kept, so it is not run again.
TEST(PoolWriter, SaysThatItDoesNotKnowWhenTheServerWentInACommit) {
  if (test::PrivatePostgres::get() == nullptr)
    GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here that this user can start.";
  const TestPostgres database(*test::PrivatePostgres::get());
  make_kept(database);
  database.open()->run_script(
      "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS "
      "$$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;"
      "CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON kept DEFERRABLE INITIALLY DEFERRED "
      "FOR EACH ROW EXECUTE FUNCTION die()");
  const auto writer = pool_writer([&] { return open_postgres(database.url()); }, 1);
  int runs = 0;
  EXPECT_EQ(failure_of([&] {
              writer->save([&](Connection& connection) {
                ++runs;
                keep(1)(connection);
              });
            }),
            Failure::gone);
  EXPECT_EQ(runs, 1);
}

TEST(PoolWriter, IsRefusedWithoutAServer) {
  const auto writer = pool_writer([] { return open_postgres("host=/nowhere user=postgres"); }, 1);
  EXPECT_EQ(failure_of([&] { writer->save(keep(1)); }), Failure::retry);
}

TEST(PoolWriter, RunsAgainWhatLostAgainstAnother) {
  if (test::PrivatePostgres::get() == nullptr)
    GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here that this user can start.";
  const TestPostgres database(*test::PrivatePostgres::get());
  make_kept(database);
  const auto writer = pool_writer([&] { return open_postgres(database.url()); }, 1);
  int runs = 0;
  writer->save([&](Connection& connection) {
    keep(runs)(connection);
    if (++runs < 3) connection.run_script("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$");
  });
  EXPECT_EQ(kept(database), std::set<std::int64_t>{2});
}

}  // namespace
}  // namespace smm::store
