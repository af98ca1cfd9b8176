// SPDX-License-Identifier: Apache-2.0
// Every test of this room that needs a database runs on both engines: SMM_ON_EACH_ENGINE(Suite) and
// TEST_P(Suite, Name), with `database()` for a new, empty one.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "private_postgres.hpp"
#include "store/postgres.hpp"
#include "store/sqlite.hpp"
#include "store/store_error.hpp"
#include "store/writer.hpp"

namespace smm::store {

// An empty database; it goes when this does.
class TestDatabase {
 public:
  virtual ~TestDatabase() = default;
  virtual std::unique_ptr<Connection> open() const = 0;
  // `connections` counts where a writer has several.
  virtual std::unique_ptr<Writer> writer(WriterLimits limits = {}, std::size_t connections = 4) const = 0;
};

class TestSqlite final : public TestDatabase {
 public:
  TestSqlite() {
    std::string folder = (std::filesystem::temp_directory_path() / "smm-store-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("There is no room for temporary files.");
    folder_ = folder;
  }
  ~TestSqlite() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file() const { return folder_ / "smm.db"; }
  std::unique_ptr<Connection> open() const override {
    return open_sqlite(file().string(), SqliteMode::create);
  }
  std::unique_ptr<Writer> writer(WriterLimits limits, std::size_t) const override {
    return group_writer(open(), limits);
  }

 private:
  std::filesystem::path folder_;
};

class TestPostgres final : public TestDatabase {
 public:
  explicit TestPostgres(const test::PrivatePostgres& server) : server_(server) {
    static std::atomic<int> count = 0;
    schema_ = "test" + std::to_string(++count);
    open_postgres(server_.url())->run_script("CREATE SCHEMA " + schema_);
  }
  ~TestPostgres() override {
    open_postgres(server_.url())->run_script("DROP SCHEMA " + schema_ + " CASCADE");
  }

  std::string url() const { return server_.url(schema_); }
  std::unique_ptr<Connection> open() const override { return open_postgres(url()); }
  std::unique_ptr<Writer> writer(WriterLimits limits, std::size_t connections) const override {
    return pool_writer([url = url()] { return open_postgres(url); }, connections, limits);
  }

 private:
  const test::PrivatePostgres& server_;
  std::string schema_;
};

class OnEachEngine : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    if (GetParam() == Engine::sqlite) database_ = std::make_unique<TestSqlite>();
    if (GetParam() == Engine::postgres && test::PrivatePostgres::get() != nullptr)
      database_ = std::make_unique<TestPostgres>(*test::PrivatePostgres::get());
    if (!database_) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here that this user can start.";
  }

  const TestDatabase& database() const { return *database_; }

 private:
  std::unique_ptr<TestDatabase> database_;
};

inline std::string name_of_engine(const testing::TestParamInfo<Engine>& tested) {
  return tested.param == Engine::sqlite ? "sqlite" : "postgres";
}

#define SMM_ON_EACH_ENGINE(Suite)       \
  class Suite : public OnEachEngine {}; \
  INSTANTIATE_TEST_SUITE_P(Engines, Suite, testing::Values(Engine::sqlite, Engine::postgres), name_of_engine)

// The kind of StoreError that `act` throws, or nothing.
template <class Act>
std::optional<Failure> failure_of(Act act) {
  try {
    act();
  } catch (const StoreError& error) {
    return error.kind;
  }
  return std::nullopt;
}

}  // namespace smm::store
