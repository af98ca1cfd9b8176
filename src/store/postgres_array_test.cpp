// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_array.hpp"

#include <random>

#include "store/engines_test.hpp"

namespace smm::store {
namespace {

std::string random_bytes(std::mt19937_64& random, char lowest) {
  std::string bytes(random() % 40, lowest);
  for (char& byte : bytes)
    byte = static_cast<char>(static_cast<unsigned char>(lowest) + random() % (lowest == 0 ? 256U : 90U));
  return bytes;
}

Values random_row(std::mt19937_64& random) {
  const auto or_null = [&](Value value) { return random() % 5 == 0 ? Value() : value; };
  return {or_null(random_bytes(random, '!')), or_null(Blob{random_bytes(random, 0)}),
          or_null(static_cast<std::int64_t>(random()))};
}

Values given_back(const Row& row) {
  return {row[0], row[1], row[2]};
}

class AnArray : public testing::Test {
 protected:
  void SetUp() override {
    if (test::PrivatePostgres::get() == nullptr) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here.";
    place_ = std::make_unique<TestPostgres>(*test::PrivatePostgres::get());
    connection_ = place_->open();
  }

  std::vector<Values> as_postgres_reads(const std::vector<Values>& rows) {
    std::vector<Values> read;
    for (const Row& row : connection_->query(
             "SELECT * FROM unnest(CAST(? AS text[]), CAST(? AS bytea[]), CAST(? AS bigint[]))",
             {postgres_array(rows, 0), postgres_array(rows, 1), postgres_array(rows, 2)}))
      read.push_back(given_back(row));
    return read;
  }

  std::unique_ptr<TestPostgres> place_;
  std::unique_ptr<Connection> connection_;
};

TEST_F(AnArray, IsReadAsWhatWasPutIn) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    std::mt19937_64 random(seed);
    std::vector<Values> rows = {{"{\"a,b\" \\ NULL", Blob{std::string("\0\xff", 2)}, INT64_MIN}};
    for (std::uint64_t more = random() % 20; more > 0; --more) rows.push_back(random_row(random));
    EXPECT_EQ(as_postgres_reads(rows), rows) << "seed " << seed;
  }
}

TEST_F(AnArray, OfNullsOnlyIsOneOfTexts) {
  const std::vector<Values> rows = {{Null()}, {Null()}};
  const auto read = connection_->query("SELECT unnest(CAST(? AS text[]))", {postgres_array(rows, 0)});
  ASSERT_EQ(read.size(), 2U);
  EXPECT_TRUE(read[0].is_null(0) && read[1].is_null(0));
}

TEST_F(AnArray, TakesNoTextWithANul) {
  EXPECT_EQ(failure_of([] { postgres_array({{std::string("a\0b", 3)}}, 0); }), Failure::statement);
}

TEST(AnArrayDeathTest, HoldsValuesOfOneKind) {
  EXPECT_DEATH(postgres_array({{"a"}, {std::int64_t{1}}}, 0), "element_type");
  EXPECT_DEATH(postgres_array({{1.5}}, 0), "string");
}

}  // namespace
}  // namespace smm::store
