// SPDX-License-Identifier: Apache-2.0
// The disks that measurements are made on: one that is slowed down, and how fast the real one is.
#include "slow_disk.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "store/engines_test.hpp"
#include "store/writer.hpp"
#include "sync_rate.hpp"

namespace smm::store {
namespace {

using std::chrono::milliseconds;

TEST(SlowDisk, SlowsEachSyncAndNothingElse) {
  const std::string file = ::testing::TempDir() + "slow-disk-" + std::to_string(getpid()) + ".db";
  {
    test::SlowDisk disk(milliseconds(40));
    auto connection = open_sqlite(file, SqliteMode::create);
    connection->run_script("CREATE TABLE saved (n INTEGER PRIMARY KEY) STRICT");
    const auto writer = group_writer(std::move(connection));
    for (std::int64_t n = 0; n < 3; ++n) {
      const auto syncs = disk.syncs();
      const auto begin = std::chrono::steady_clock::now();
      writer->save([n](Connection& saving) { saving.execute("INSERT INTO saved VALUES (?)", {n}); });
      EXPECT_GE(disk.syncs(), syncs + 1);
      EXPECT_GE(std::chrono::steady_clock::now() - begin, milliseconds(40));
    }
  }
  const auto connection = open_sqlite(file, SqliteMode::read_only);  // by the disk itself, again
  EXPECT_EQ(connection->query_one("SELECT count(*) FROM saved")->integer(0), 3);
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file + ending);
}

TEST(SlowDisk, IsAskedForByTheEnvironment) {
  unsetenv("SMM_SLOW_SYNC_MS");
  EXPECT_EQ(test::SlowDisk::from_environment(), nullptr);
  setenv("SMM_SLOW_SYNC_MS", "8", 1);
  EXPECT_NE(test::SlowDisk::from_environment(), nullptr);
  EXPECT_STREQ(sqlite3_vfs_find(nullptr)->zName, "unix");
  unsetenv("SMM_SLOW_SYNC_MS");
}

TEST(SyncRate, IsMeasured) {
  const auto rate = test::sync_rate_of(::testing::TempDir(), milliseconds(50));
  EXPECT_GT(rate.per_second, 0);
  EXPECT_LE(rate.median, rate.slowest);
  EXPECT_THROW(test::sync_rate_of("/no/such/folder", milliseconds(1)), std::runtime_error);
}

}  // namespace
}  // namespace smm::store
