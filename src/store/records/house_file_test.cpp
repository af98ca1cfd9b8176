// SPDX-License-Identifier: Apache-2.0
// Moving house: what one engine keeps stands in the other row by row, and comes back; a file that was cut
// off, changed, or does not fit together leaves nothing behind.
#include "store/records/house_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/random.hpp"
#include "store/migration.hpp"
#include "store/records/house_rows.hpp"
#include "store/records/on_each_engine_test.hpp"
#include "store/transaction.hpp"

namespace smm::store::records {
namespace {

using AllRows = std::map<std::string, std::vector<std::vector<Value>>>;

AllRows all_rows(Connection& connection) {
  AllRows all;
  for (const HouseTable& table : house_tables(connection)) {
    const std::string names = quoted_names(table.columns);
    for (const Row& row :
         connection.query("SELECT " + names + " FROM \"" + table.name + "\" ORDER BY " + names)) {
      std::vector<Value> values;
      for (std::size_t at = 0; at < row.size(); ++at) values.push_back(row[at]);
      all[table.name].push_back(std::move(values));
    }
  }
  return all;
}

std::size_t count_of(const AllRows& all) {
  std::size_t count = 0;
  for (const auto& [name, rows] : all) count += rows.size();
  return count;
}

std::unique_ptr<TestDatabase> empty_database(Engine engine) {
  if (engine == Engine::sqlite) return std::make_unique<TestSqlite>();
  if (test::PrivatePostgres::get() == nullptr) return nullptr;
  return std::make_unique<TestPostgres>(*test::PrivatePostgres::get());
}

// A database of each engine, and a folder for files.
class MovingHouse : public testing::TestWithParam<std::pair<Engine, Engine>> {
 protected:
  void SetUp() override {
    from = empty_database(GetParam().first);
    into = empty_database(GetParam().second);
    if (!from || !into) GTEST_SKIP() << "there is no PostgreSQL here";
    char name[] = "/tmp/smm-house-XXXXXX";
    folder = mkdtemp(name);
  }
  void TearDown() override {
    if (!folder.empty()) std::filesystem::remove_all(folder);
  }

  std::unique_ptr<Connection> migrated(const TestDatabase& place,
                                       std::size_t steps = shipped_migrations().size()) {
    auto connection = place.open();
    auto migrations = shipped_migrations();
    migrations.resize(steps, Migration{});
    EXPECT_TRUE(migrate(*connection, migrations, 1));
    return connection;
  }

  // Something in many tables: blobs with every byte, nulls, letters of many scripts, more rows than a page.
  void furnish(Connection& connection) {
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    const auto add = [&](const char* sql, const Values& values) { connection.execute(sql, values); };
    Transaction all(connection);
    for (int at = 0; at < 450; ++at) {
      const std::string id = id_of<assessment::SchoolId>(1000 + static_cast<std::uint64_t>(at)).text();
      add("INSERT INTO data_key (owner, key_id, sealed) VALUES (?, ?, ?)",
          {id, std::string("k"), Blob{bytes}});
    }
    for (int at = 0; at < 3; ++at)
      add("INSERT INTO audit (chain, number, written, actor, action, subject, detail, link) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          {std::string("Ü"), std::int64_t{at + 1}, std::int64_t{-5}, std::string("学校"), std::string("a"),
           std::string(""), std::string("b"), Blob{std::string(3, '\0')}});
    all.commit();
  }

  std::string file() const { return folder + "/house"; }

  std::string bytes_of_file() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  void write_file(const std::string& bytes) const {
    std::ofstream(file(), std::ios::binary | std::ios::trunc) << bytes;
  }

  std::string refused(Connection& connection, const crypto::InstallationKey& with) {
    const auto read = read_house(connection, file(), with, {2});
    return read ? "" : std::string(read.problems().front().code);
  }

  std::unique_ptr<TestDatabase> from, into;
  std::string folder;
  crypto::InstallationKey key = crypto::InstallationKey::make();
};

TEST_P(MovingHouse, EveryRowComesAlong) {
  auto old_house = migrated(*from);
  furnish(*old_house);
  const auto written = write_house(*old_house, file(), key);
  ASSERT_TRUE(written) << to_string(written.problems().front());
  EXPECT_EQ(written->rows, 453);
  EXPECT_EQ(written->sha256.size(), 64U);
  EXPECT_EQ(std::filesystem::file_size(file()), static_cast<std::uintmax_t>(written->bytes));
  auto new_house = into->open();
  const auto read = read_house(*new_house, file(), key, {2});
  ASSERT_TRUE(read) << to_string(read.problems().front());
  EXPECT_EQ(read->rows, written->rows);
  EXPECT_EQ(all_rows(*new_house), all_rows(*old_house));
  EXPECT_EQ(refused(*new_house, key), "database_not_empty");
}

TEST_P(MovingHouse, NothingOfItCanBeReadInTheFile) {
  auto old_house = migrated(*from);
  furnish(*old_house);
  ASSERT_TRUE(write_house(*old_house, file(), key));
  const std::string bytes = bytes_of_file();
  EXPECT_EQ(bytes.find("学校"), std::string::npos);
  EXPECT_EQ(bytes.find("data_key"), std::string::npos);
  EXPECT_EQ(std::filesystem::status(file()).permissions() & std::filesystem::perms(0077),
            std::filesystem::perms::none);
}

TEST_P(MovingHouse, AFileThatWasChangedOrCutOffIsRefusedWhole) {
  auto old_house = migrated(*from);
  furnish(*old_house);
  ASSERT_TRUE(write_house(*old_house, file(), key));
  const std::string whole = bytes_of_file();
  auto new_house = into->open();
  base::Random random(7);
  for (int turn = 0; turn < 25; ++turn) {
    const auto at = static_cast<std::size_t>(random.below(whole.size()));
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ static_cast<char>(1 + random.below(127)));
    write_file(turn % 2 == 0 ? changed : whole.substr(0, at));
    EXPECT_NE(refused(*new_house, key), "") << "byte " << at;
  }
  write_file(whole + "x");
  EXPECT_EQ(refused(*new_house, key), "backup_damaged");
  EXPECT_EQ(count_of(all_rows(*new_house)), 0U);
  write_file(whole);
  EXPECT_EQ(refused(*new_house, crypto::InstallationKey::make()), "backup_key");
  EXPECT_EQ(refused(*new_house, key), "");
}

TEST_P(MovingHouse, RowsThatDoNotFitTogetherAreRefusedWhole) {
  {
    auto old_house = migrated(*from);
    DurableFile house(file());
    HouseWriter pieces(house, key);
    HouseRowWriter writer(pieces, static_cast<std::int64_t>(shipped_migrations().size()));
    for (const HouseTable& table : house_tables(*old_house)) {
      writer.begin(table);
      if (table.name == "data_key") writer.row(Row({std::string("o"), std::string("k"), Blob{"s"}}));
      if (table.name == "cohort_school")
        writer.row(Row({std::string(26, 'a'), std::string(26, 'b')}));  // neither is there
      writer.end();
    }
    writer.finish();
    pieces.finish();
    house.put_in_place();
  }
  auto new_house = into->open();
  EXPECT_EQ(refused(*new_house, key), "backup_damaged");
  EXPECT_EQ(count_of(all_rows(*new_house)), 0U);
}

TEST_P(MovingHouse, AnOlderSchemaIsBroughtUpAfterwards) {
  auto old_house = migrated(*from, 9);
  furnish(*old_house);
  const auto before = all_rows(*old_house);
  const auto written = write_house(*old_house, file(), key);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->schema, 9);
  auto new_house = into->open();
  ASSERT_TRUE(read_house(*new_house, file(), key, {2}));
  EXPECT_EQ(all_rows(*new_house), before);
  ASSERT_TRUE(migrate(*new_house, shipped_migrations(), 3));
  EXPECT_EQ(count_of(all_rows(*new_house)), count_of(before));
}

TEST_P(MovingHouse, TablesStandAfterThoseTheyName) {
  const auto one = house_tables(*migrated(*from));
  const auto other = house_tables(*migrated(*into));
  EXPECT_EQ(one, other);
  const auto place = [&](const std::string& name) {
    return std::ranges::find(one, name, &HouseTable::name) - one.begin();
  };
  EXPECT_LT(place("round"), place("participation"));
  EXPECT_LT(place("participation"), place("answer"));
  EXPECT_LT(place("answer"), place("answer_history"));
  EXPECT_EQ(place("migration_log"), static_cast<std::ptrdiff_t>(one.size()));
  EXPECT_GT(one.size(), 35U);
}

INSTANTIATE_TEST_SUITE_P(Houses, MovingHouse,
                         testing::Values(std::pair(Engine::sqlite, Engine::postgres),
                                         std::pair(Engine::postgres, Engine::sqlite)));

}  // namespace
}  // namespace smm::store::records
