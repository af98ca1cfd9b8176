// SPDX-License-Identifier: Apache-2.0
#include "adapters/machine_gauges.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "adapters/system_clock.hpp"
#include "scratch_folder.hpp"

namespace smm::adapters {
namespace {

TEST(MachineGauges, ADiskIsWrittenToAndLeftAsItWas) {
  const test::ScratchFolder folder;
  const base::Instant before = SystemClock().now();
  const auto seen = measure_disk(folder.path());
  EXPECT_EQ(seen.fault, "");
  EXPECT_EQ(seen.folder, folder.path());
  EXPECT_GT(seen.bytes, seen.free_bytes);
  ASSERT_TRUE(seen.sync && seen.written);
  EXPECT_GT(seen.sync->count(), 0);
  EXPECT_LT(std::abs(*seen.written - before), base::one_minute);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(MachineGauges, AFolderThatIsNotThereIsTold) {
  const auto seen = measure_disk("/nowhere/at/all");
  EXPECT_EQ(seen.fault, "No such file or directory");
  EXPECT_FALSE(seen.sync || seen.written);
}

// Not even root may write there.
TEST(MachineGauges, AFolderThatNobodyMayWriteIntoIsTold) {
  const auto seen = measure_disk("/proc/self");
  EXPECT_NE(seen.fault, "");
  EXPECT_FALSE(seen.sync);
}

TEST(MachineGauges, AFileHasRightsAndATime) {
  const test::ScratchFolder folder;
  const std::string path = folder.path() + "/key";
  EXPECT_FALSE(look_at_file(path).there);
  std::ofstream(path) << "x";
  for (const unsigned rights : {0600U, 0644U}) {
    ASSERT_EQ(chmod(path.c_str(), rights), 0);
    const FileSeen seen = look_at_file(path);
    EXPECT_TRUE(seen.there);
    EXPECT_EQ(seen.rights, rights);
    EXPECT_LT(std::abs(seen.written - SystemClock().now()), base::one_minute);
  }
}

}  // namespace
}  // namespace smm::adapters
