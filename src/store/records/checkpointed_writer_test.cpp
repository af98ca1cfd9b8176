// SPDX-License-Identifier: Apache-2.0
#include "store/records/checkpointed_writer.hpp"

#include <chrono>
#include <thread>

#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

std::uintmax_t size_within_seconds(const std::filesystem::path& file, std::uintmax_t wanted) {
  for (int tenth = 0; tenth < 100 && std::filesystem::file_size(file) < wanted; ++tenth)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  return std::filesystem::file_size(file);
}

// 1 MB is far from what would make the writer itself do it.
TEST(ACheckpointedWriter, BringsWhatWasSavedIntoTheFileWhileItGoesOn) {
  const TestSqlite place;
  place.open()->run_script("CREATE TABLE piece (bytes BLOB) STRICT");
  const auto writer = checkpointed_writer(place.open(), place.open(), {});
  for (std::uintmax_t million = 1; million <= 2; ++million) {
    writer->save([](Connection& connection) {
      connection.execute("INSERT INTO piece VALUES (?)", {Blob{std::string(1000000, 'x')}});
    });
    EXPECT_GE(size_within_seconds(place.file(), million * 1000000), million * 1000000);
  }
}

TEST(ACheckpointedWriter, CarriesOutWhatWaitsBeforeItGoes) {
  const TestSqlite place;
  place.open()->run_script("CREATE TABLE n (n INTEGER PRIMARY KEY) STRICT");
  std::atomic<int> told = 0;
  {
    const auto writer = checkpointed_writer(place.open(), place.open(), {});
    for (std::int64_t n = 0; n < 500; ++n)
      writer->submit([n](Connection& connection) { connection.execute("INSERT INTO n VALUES (?)", {n}); },
                     [&told](std::exception_ptr failure) { told += failure ? 0 : 1; });
  }
  EXPECT_EQ(told, 500);
  EXPECT_EQ(place.open()->query("SELECT n FROM n").size(), 500U);
}

}  // namespace
}  // namespace smm::store::records
