// SPDX-License-Identifier: Apache-2.0
// What was acknowledged is there after the power went, at any moment; and a full disk loses nothing of it.
#include <future>
#include <set>

#include "power_cut_disk.hpp"
#include "store/durability_test.hpp"
#include "store/engines_test.hpp"
#include "store/writer.hpp"

namespace smm::store {
namespace {

constexpr const char* disk_file = "/disk/smm.db";

int trials() {
  return durability_size("SMM_DURABILITY_TRIALS", 40);
}

int saves_of_a_trial() {
  return durability_size("SMM_DURABILITY_SAVES", 400);
}

std::unique_ptr<Connection> on_disk() {
  return open_sqlite(disk_file, SqliteMode::create);
}

void make_saved() {
  const auto connection = on_disk();
  connection->run_script("CREATE TABLE saved (n INTEGER PRIMARY KEY, b BLOB) STRICT");
}

Writer::Work save_number(std::int64_t n, std::size_t size) {
  return [n, size](Connection& connection) {
    connection.execute("INSERT INTO saved VALUES (?, ?)", {n, Blob{std::string(size, 'x')}});
  };
}

// Saves until the power goes; what was acknowledged.
std::set<std::int64_t> save_until_cut(test::PowerCutDisk& disk, const char* setting, int steps) {
  auto connection = on_disk();
  connection->run_script(setting);
  disk.cut_after(steps);
  std::set<std::int64_t> acknowledged;  // written by the writer's thread, read when that is gone
  {
    const auto saves = saves_of_a_trial();
    const auto writer =
        group_writer(std::move(connection), {.waiting = static_cast<std::size_t>(saves), .group = 16});
    for (std::int64_t n = 0; n < saves; ++n)
      writer->submit(save_number(n, 200), [&acknowledged, n](std::exception_ptr failure) {
        if (!failure) acknowledged.insert(n);
      });
  }
  return acknowledged;
}

std::set<std::int64_t> found_after_restart() {
  std::set<std::int64_t> found;
  try {
    const auto connection = on_disk();
    EXPECT_EQ(connection->query_one("PRAGMA integrity_check")->text(0), "ok");
    for (const Row& row : connection->query("SELECT n FROM saved")) found.insert(row.integer(0));
  } catch (const StoreError&) {
    // a database that is gone holds nothing
  }
  return found;
}

struct Losses {
  std::size_t acknowledged = 0;
  std::size_t lost = 0;
};

Losses losses_of_trials(const char* setting, bool by_chance) {
  Losses losses;
  base::Random random(2026);
  for (int trial = 0; trial < trials(); ++trial) {
    test::PowerCutDisk disk;
    make_saved();
    const auto steps = random.below(static_cast<std::uint64_t>(saves_of_a_trial()));
    const auto acknowledged = save_until_cut(disk, setting, static_cast<int>(steps));
    disk.restart(by_chance ? &random : nullptr);
    const auto found = found_after_restart();
    losses.acknowledged += acknowledged.size();
    for (const std::int64_t n : acknowledged) losses.lost += found.contains(n) ? 0U : 1U;
  }
  return losses;
}

void tell_losses(const std::string& what, const Losses& losses) {
  tell_durability("sqlite, " + std::to_string(trials()) + " power cuts" + what + ": " +
                  std::to_string(losses.acknowledged) + " saves acknowledged, " +
                  std::to_string(losses.lost) + " lost");
}

TEST(PowerCut, LosesNothingThatWasAcknowledged) {
  for (const bool by_chance : {false, true}) {
    const Losses losses = losses_of_trials("", by_chance);
    tell_losses(by_chance ? " of a disk that reorders" : "", losses);
    EXPECT_EQ(losses.lost, 0U);
    EXPECT_GT(losses.acknowledged, 1000U);
  }
}

// The test above can fail: with a laxer setting it would.
TEST(PowerCut, WouldLoseSavesWithSynchronousNormal) {
  const Losses losses = losses_of_trials("PRAGMA synchronous=NORMAL", false);
  tell_losses(" with synchronous=NORMAL, which has to lose some", losses);
  EXPECT_GT(losses.acknowledged, 1000U);
  EXPECT_GT(losses.lost, 100U);
}

TEST(PowerCut, RefusesAllSavesAfterTheDiskFailed) {
  test::PowerCutDisk disk;
  make_saved();
  const auto writer = group_writer(on_disk());
  const auto save = [&](std::int64_t n) { return failure_of([&] { writer->save(save_number(n, 10)); }); };
  EXPECT_EQ(save(1), std::nullopt);
  disk.cut_after(0);
  EXPECT_EQ(save(2), Failure::gone);
  disk.restart();
  EXPECT_EQ(save(3), Failure::gone);
}

// Holds the writer's thread until it is opened, so that what is submitted meanwhile makes groups.
class Gate {
 public:
  explicit Gate(Writer& writer) {
    writer.submit([open = opened_.get_future().share()](Connection&) { open.wait(); },
                  [](std::exception_ptr) {});
  }
  void open() { opened_.set_value(); }

 private:
  std::promise<void> opened_;
};

TEST(GroupCommit, SharesSyncs) {
  test::PowerCutDisk disk;
  make_saved();
  const auto writer = group_writer(on_disk());
  Gate gate(*writer);
  std::promise<void> last;
  const int before = disk.syncs();
  for (std::int64_t n = 0; n < 200; ++n)
    writer->submit(save_number(n, 10), [&last, n](std::exception_ptr) {
      if (n == 199) last.set_value();
    });
  gate.open();
  last.get_future().get();
  EXPECT_LE(disk.syncs() - before, 4);
}

struct FullDiskTrial {
  std::set<std::int64_t> acknowledged;
  int full = 0;
};

// 48 saves in groups of 16; in each group one that is far too large.
void save_on_full_disk(std::size_t too_large, FullDiskTrial& trial) {
  const auto writer = group_writer(on_disk(), {.waiting = 1000, .group = 16});
  Gate gate(*writer);
  for (std::int64_t n = 0; n < 48; ++n)
    writer->submit(save_number(n, n % 16 == 3 ? too_large : 10), [&trial, n](std::exception_ptr failure) {
      if (!failure) trial.acknowledged.insert(n);
      if (failure) trial.full += failure_of([&] { std::rethrow_exception(failure); }) == Failure::full;
    });
  gate.open();
}

// The smaller one fails when its group is committed, the larger before, when SQLite has no memory to spare
// for it.
TEST(FullDisk, RefusesWhatDoesNotFitAndKeepsTheRest) {
  for (const std::size_t too_large : {1300000U, 6000000U}) {
    test::PowerCutDisk disk;
    make_saved();
    disk.set_capacity(1200000);
    FullDiskTrial trial;
    save_on_full_disk(too_large, trial);
    EXPECT_EQ(trial.full, 3) << too_large;
    EXPECT_EQ(trial.acknowledged.size(), 45U) << too_large;
    disk.restart();
    EXPECT_EQ(found_after_restart(), trial.acknowledged) << too_large;
  }
}

}  // namespace
}  // namespace smm::store
