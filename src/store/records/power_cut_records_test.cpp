// SPDX-License-Identifier: Apache-2.0
// The power goes while answers are saved through app::Database: what was acknowledged is there, and the audit
// chains hold; with a laxer setting of SQLite the same test finds losses. A full disk is told as such.
#include "power_cut_disk.hpp"
#include "store/durability_test.hpp"
#include "store/records/saving_test.hpp"

namespace smm::store::records {
namespace {

constexpr const char* disk_file = "/disk/smm.db";

std::unique_ptr<Connection> disk_connection() {
  return open_sqlite(disk_file, SqliteMode::create);
}

std::unique_ptr<app::Database> on_disk(const char* setting, std::size_t waiting) {
  auto connection = disk_connection();
  connection->run_script(setting);
  return database_over(group_writer(std::move(connection), {.waiting = waiting, .group = 16}),
                       disk_connection, 1);
}

void make_installation(const Sample& sample) {
  if (!migrate(*disk_connection(), shipped_migrations(), 1)) throw std::logic_error("no migration");
  write(*on_disk("", 10), [&](app::Records& records) {
    sample.add_to(records);
    add_packet(records, sample);
  });
}

int saves_of_a_cut() {
  return durability_size("SMM_DURABILITY_SAVES", 300);
}

std::set<Saved> saved_until_cut(test::PowerCutDisk& disk, const Sample& sample, const char* setting,
                                int steps) {
  const int saves = saves_of_a_cut();
  std::set<Saved> acknowledged;  // written by the writer's thread, read when that is gone
  {
    const auto database = on_disk(setting, static_cast<std::size_t>(saves));
    disk.cut_after(steps);
    for (std::int64_t n = 0; n < saves; ++n)
      save_later(*database, sample, n % 40, [&](const Saved& saved) { acknowledged.insert(saved); });
  }
  return acknowledged;
}

struct Losses {
  std::size_t acknowledged = 0;
  std::size_t lost = 0;
};

Losses losses_of_cuts(const char* setting, bool by_chance) {
  Losses losses;
  const Sample sample;
  base::Random random(2026);
  const int trials = durability_size("SMM_DURABILITY_TRIALS", 25);
  const auto two_per_save = static_cast<std::uint64_t>(saves_of_a_cut()) * 2;
  for (int trial = 0; trial < trials; ++trial) {
    test::PowerCutDisk disk;
    make_installation(sample);
    const auto acknowledged =
        saved_until_cut(disk, sample, setting, static_cast<int>(100 + random.below(two_per_save)));
    disk.restart(by_chance ? &random : nullptr);
    losses.acknowledged += acknowledged.size();
    losses.lost += check_what_survived(*on_disk("", 10), sample, acknowledged);
  }
  tell_durability("sqlite, " + std::to_string(trials) + " power cuts of an installation" +
                  (*setting != '\0' ? " with synchronous=NORMAL, which has to lose some" : "") + ": " +
                  std::to_string(losses.acknowledged) + " answers acknowledged, " +
                  std::to_string(losses.lost) + " lost");
  return losses;
}

TEST(PowerCutOfAnInstallation, LosesNoAnswerThatWasAcknowledged) {
  for (const bool by_chance : {false, true}) {
    const Losses losses = losses_of_cuts("", by_chance);
    EXPECT_EQ(losses.lost, 0U);
    EXPECT_GT(losses.acknowledged, 500U);
  }
}

TEST(PowerCutOfAnInstallation, WouldLoseAnswersWithSynchronousNormal) {
  const Losses losses = losses_of_cuts("PRAGMA synchronous=NORMAL", false);
  EXPECT_GT(losses.acknowledged, 500U);
  EXPECT_GT(losses.lost, 100U);
}

TEST(AFullDiskOfAnInstallation, IsToldAndKeepsWhatWasSaved) {
  const Sample sample;
  test::PowerCutDisk disk;
  make_installation(sample);
  const auto database = on_disk("", 10);
  std::set<Saved> acknowledged;
  write(*database, [&](app::Records& records) {
    acknowledged.insert({1, save_next_version(records, sample, 1)});
  });
  disk.set_capacity(3000000);
  const auto too_large = [&](app::Records& records) {
    auto answer = sealed_answer(name_of_item(2), 1, sample.ann.id);
    answer.sealed = std::string(4000000, 's');
    records.sheets.keep(sample.sheet, answer);
  };
  try {
    write(*database, too_large);
    FAIL() << "the disk was not full";
  } catch (const app::DatabaseRefusal& refused) {
    EXPECT_EQ(refused.refusal, app::Refusal::full);
    EXPECT_EQ(std::string(refused.what()).find("The disk of the database is full"), 0U);
  }
  write(*database, [&](app::Records& records) {
    acknowledged.insert({1, save_next_version(records, sample, 1)});
  });
  EXPECT_EQ(check_what_survived(*database, sample, acknowledged), 0U);
}

TEST(ADiskThatFailed, LeavesOpenWhetherAWorkIsKept) {
  const Sample sample;
  test::PowerCutDisk disk;
  make_installation(sample);
  const auto database = on_disk("", 10);
  disk.cut_after(0);
  EXPECT_EQ(refusal_of(*database, [&](app::Records& records) { save_next_version(records, sample, 1); }),
            app::Refusal::unknown);
}

}  // namespace
}  // namespace smm::store::records
