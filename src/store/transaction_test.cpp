// SPDX-License-Identifier: Apache-2.0
#include "store/transaction.hpp"

#include "store/engines_test.hpp"
#include "store/sql_text.hpp"
#include "store/store_error.hpp"

namespace smm::store {
namespace {

SMM_ON_EACH_ENGINE(ATransaction);

constexpr const char* insert_one = "INSERT INTO one VALUES (?)";

std::unique_ptr<Connection> with_table_one(const TestDatabase& database) {
  auto connection = database.open();
  connection->run_script(
      for_engine("CREATE TABLE one (n {int64} PRIMARY KEY) {table}", connection->engine()));
  return connection;
}

void add(Connection& connection, std::int64_t n) {
  connection.execute(insert_one, {n});
}

std::string numbers(Connection& connection) {
  std::string all;
  for (const Row& row : connection.query("SELECT n FROM one ORDER BY n"))
    all += std::to_string(row.integer(0));
  return all;
}

TEST_P(ATransaction, IsKeptWholeOrNotAtAll) {
  const auto connection = with_table_one(database());
  {
    Transaction transaction(*connection);
    add(*connection, 1);
    add(*connection, 2);
  }
  EXPECT_EQ(numbers(*connection), "");
  {
    Transaction transaction(*connection);
    add(*connection, 1);
    add(*connection, 2);
    transaction.commit();
  }
  EXPECT_EQ(numbers(*connection), "12");
  EXPECT_FALSE(connection->in_transaction());
}

TEST_P(ATransaction, IsTakenBackByAnException) {
  const auto connection = with_table_one(database());
  EXPECT_THROW(
      {
        Transaction transaction(*connection);
        add(*connection, 1);
        throw std::runtime_error("no");
      },
      std::runtime_error);
  EXPECT_EQ(numbers(*connection), "");
}

TEST_P(ATransaction, CannotGoOnAfterAnError) {
  const auto connection = with_table_one(database());
  {
    Transaction transaction(*connection);
    add(*connection, 1);
    EXPECT_EQ(failure_of([&] { add(*connection, 1); }), Failure::unique);
    EXPECT_EQ(failure_of([&] { add(*connection, 2); }), Failure::aborted);
    EXPECT_EQ(failure_of([&] { transaction.commit(); }), Failure::aborted);
  }
  EXPECT_EQ(numbers(*connection), "");
  add(*connection, 3);
  EXPECT_EQ(numbers(*connection), "3");
}

void add_later(Connection& connection, std::int64_t number) {
  connection.execute_later("INSERT INTO one (n) VALUES (?)", {number});
}

TEST_P(ATransaction, HasWhatWasToBeDoneLaterDoneBeforeItsNextQuestion) {
  const auto connection = with_table_one(database());
  Transaction transaction(*connection);
  add_later(*connection, 2);
  add_later(*connection, 1);
  EXPECT_EQ(numbers(*connection), "12");
  add_later(*connection, 3);
  transaction.commit();
  EXPECT_EQ(numbers(*connection), "123");
  add_later(*connection, 4);
  EXPECT_EQ(numbers(*database().open()), "1234") << "at once where there is no transaction";
}

TEST_P(ATransaction, KeepsNothingWhenWhatWasToBeDoneLaterFails) {
  const auto connection = with_table_one(database());
  add(*connection, 1);
  EXPECT_EQ(failure_of([&] {
              Transaction transaction(*connection);
              for (const std::int64_t number : {2, 1, 3}) add_later(*connection, number);
              transaction.commit();
            }),
            Failure::unique);
  EXPECT_EQ(failure_of([&] {
              Transaction transaction(*connection);
              for (const std::int64_t number : {2, 1, 3}) add_later(*connection, number);
              numbers(*connection);
            }),
            Failure::unique);
  {
    const Transaction given_up(*connection);
    add_later(*connection, 4);
  }
  EXPECT_EQ(numbers(*connection), "1");
}

constexpr const char* count_all = "SELECT CAST(COUNT(*) AS BIGINT) FROM one";
constexpr const char* least_above = "SELECT MIN(n) FROM one WHERE n > ?";

TEST_P(ATransaction, IsAnsweredWhatItAskedEarlyOnce) {
  const auto connection = with_table_one(database());
  add(*connection, 3);
  Transaction transaction(*connection);
  connection->ask_early(count_all, {});
  connection->ask_early(least_above, {std::int64_t{0}});
  connection->ask_early(least_above, {std::int64_t{3}});
  EXPECT_EQ(connection->query_one(least_above, {std::int64_t{0}})->integer(0), 3);
  EXPECT_TRUE(connection->query_one(least_above, {std::int64_t{3}})->is_null(0));
  EXPECT_EQ(connection->query_one(count_all)->integer(0), 1);
  add_later(*connection, 1);
  EXPECT_EQ(connection->query_one(count_all)->integer(0), 2) << "asked again, answered anew";
  EXPECT_EQ(connection->query_one(least_above, {std::int64_t{0}})->integer(0), 1);
  transaction.commit();
}

TEST_P(ATransaction, NeedNotAskWhatItAskedEarly) {
  const auto connection = with_table_one(database());
  {
    Transaction transaction(*connection);
    add_later(*connection, 1);
    connection->ask_early(count_all, {});
    transaction.commit();
  }
  {
    const Transaction given_up(*connection);
    connection->ask_early(count_all, {});
  }
  add(*connection, 2);
  Transaction next(*connection);
  EXPECT_EQ(connection->query_one(count_all)->integer(0), 2) << "no answer of an earlier transaction";
}

TEST_P(ATransaction, FailsWhereAnEarlyQuestionFails) {
  const auto connection = with_table_one(database());
  add(*connection, 1);
  const std::string again = "INSERT INTO one VALUES (1) RETURNING n";
  {
    Transaction transaction(*connection);
    connection->ask_early(again, {});
    connection->ask_early(count_all, {});
    EXPECT_EQ(failure_of([&] { connection->query(again); }), Failure::unique);
    EXPECT_EQ(failure_of([&] { connection->query(count_all); }), Failure::aborted);
    EXPECT_EQ(failure_of([&] { transaction.commit(); }), Failure::aborted);
  }
  EXPECT_EQ(numbers(*connection), "1");
}

TEST_P(ATransaction, MayReadAgainAndAgain) {
  const auto connection = with_table_one(database());
  add(*connection, 1);
  for (int time = 0; time < 3; ++time) {
    Transaction reading(*connection, Access::read);
    EXPECT_EQ(numbers(*connection), "1");
    reading.commit();
    EXPECT_FALSE(connection->in_transaction());
  }
  {
    Transaction silent(*connection, Access::read);
    silent.commit();
  }
  add(*connection, 2);
  EXPECT_EQ(numbers(*connection), "12");
}

TEST_P(ATransaction, GoesOnBehindASavepoint) {
  const auto connection = with_table_one(database());
  Transaction transaction(*connection);
  add(*connection, 1);
  {
    Savepoint lost(*connection, "outer_one");
    add(*connection, 2);
    {
      Savepoint inner(*connection, "inner_one");
      EXPECT_EQ(failure_of([&] { add(*connection, 1); }), Failure::unique);
    }
    add(*connection, 3);
  }
  {
    Savepoint kept(*connection, "outer_one");
    add(*connection, 4);
    kept.keep();
  }
  transaction.commit();
  EXPECT_EQ(numbers(*connection), "14");
}

TEST_P(ATransaction, WaitsForAnother) {
  const auto connection = with_table_one(database());
  const auto other = database().open();
  const auto impatient = GetParam() == Engine::sqlite ? "PRAGMA busy_timeout=50" : "SET lock_timeout='50ms'";
  other->run_script(impatient);
  Transaction transaction(*connection);
  add(*connection, 1);
  EXPECT_EQ(failure_of([&] {
              Transaction blocked(*other);
              add(*other, 1);
            }),
            Failure::retry);
  transaction.commit();
  add(*other, 2);
  EXPECT_EQ(numbers(*other), "12");
}

}  // namespace
}  // namespace smm::store
