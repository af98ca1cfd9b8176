// SPDX-License-Identifier: Apache-2.0
#include "store/transaction.hpp"

#include "store/engines_test.hpp"
#include "store/sql_text.hpp"

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
