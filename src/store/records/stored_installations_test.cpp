// SPDX-License-Identifier: Apache-2.0
#include "store/records/stored_installations.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/random.hpp"
#include "store/records/installation_folder.hpp"
#include "store/records/saving_test.hpp"

namespace smm::store::records {
namespace {

template <class T>
std::string code_of(const base::Result<T>& result) {
  return result ? "none" : std::string(result.problems().front().code);
}

app::DatabaseSettings in_folder(const std::string& folder) {
  return {.data = folder, .database = {}, .key_file = {}};
}

// A new folder for folders; it goes when this does.
class InstallationInAFolder : public testing::Test {
 protected:
  InstallationInAFolder() {
    std::string folder = (std::filesystem::temp_directory_path() / "smm-records-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("There is no room for temporary files.");
    above_ = folder;
  }
  ~InstallationInAFolder() override { std::filesystem::remove_all(above_); }

  std::string path(const std::string& name) const { return above_ / name; }

  std::unique_ptr<app::Database> make(const std::string& name) {
    auto database = installations.open_or_make(in_folder(path(name)), app::Hold::beside_others, {1}).value();
    write(*database, [&](app::Records& records) {
      sample.add_to(records);
      add_packet(records, sample);
    });
    return database;
  }

  StoredInstallations installations;
  const crypto::InstallationKey key = crypto::InstallationKey::make();
  const Sample sample;

 private:
  std::filesystem::path above_;
};

unsigned rights_of(const std::string& file) {
  struct stat found {};
  stat(file.c_str(), &found);
  return found.st_mode & 0777U;
}

std::string bytes_of(const std::string& file) {
  std::ifstream input(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(input), {}};
}

void write_bytes(const std::string& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

TEST_F(InstallationInAFolder, IsMadeForItsOwnerAlone) {
  const std::string folder = path("new/data");
  {
    const auto database = installations.open_or_make(in_folder(folder), app::Hold::alone, {1});
    ASSERT_TRUE(database);
    write(**database, [&](app::Records& records) { records.people.add(sample.ann); });
  }
  EXPECT_EQ(rights_of(folder), 0700U);
  EXPECT_EQ(rights_of(folder + "/smm.db"), 0600U);
  EXPECT_EQ(rights_of(folder + "/smm.lock"), 0600U);
  const auto again = installations.open_or_make(in_folder(folder), app::Hold::beside_others, {2});
  (*again)->read([&](app::Records& records) { EXPECT_EQ(records.people.by_id(sample.ann.id), sample.ann); });
}

TEST_F(InstallationInAFolder, IsHeldByOneAlone) {
  const auto folder = in_folder(path("data"));
  auto server = installations.open_or_make(folder, app::Hold::alone, {1});
  ASSERT_TRUE(server);
  EXPECT_EQ(code_of(installations.open_or_make(folder, app::Hold::alone, {1})), "installation_in_use");
  EXPECT_EQ(code_of(installations.open(folder, app::Hold::alone)), "installation_in_use");
  EXPECT_EQ(code_of(installations.migrate(folder, {1})), "installation_in_use");
  EXPECT_EQ(code_of(installations.open(folder, app::Hold::beside_others)), "none");
  EXPECT_EQ(code_of(installations.open_or_make(folder, app::Hold::beside_others, {1})), "none");
  server->reset();
  EXPECT_EQ(code_of(installations.open(folder, app::Hold::alone)), "none");
}

TEST_F(InstallationInAFolder, IsMissedWhereThereIsNone) {
  const auto folder = in_folder(path("data"));
  EXPECT_EQ(code_of(installations.open(folder, app::Hold::alone)), "installation_missing");
  EXPECT_EQ(code_of(installations.migrate(folder, {1})), "installation_missing");
  EXPECT_EQ(code_of(installations.backup(folder, path("backup"), key)), "installation_missing");
  EXPECT_FALSE(std::filesystem::exists(folder.data));
}

std::vector<Migration> first_migrations(std::size_t count) {
  auto migrations = shipped_migrations();
  migrations.resize(count);
  return migrations;
}

TEST_F(InstallationInAFolder, OfAnOlderProgramIsMigratedOnlyWhenAsked) {
  const auto folder = in_folder(path("data"));
  InstallationFolder{folder.data}.make();
  ASSERT_TRUE(migrate(*open_sqlite(folder.data + "/smm.db", SqliteMode::create), first_migrations(1), 1));
  EXPECT_EQ(code_of(installations.open(folder, app::Hold::alone)), "database_not_migrated");
  EXPECT_EQ(code_of(installations.open_or_make(folder, app::Hold::alone, {1})), "database_not_migrated");
  const auto steps = installations.migrate(folder, {2});
  ASSERT_TRUE(steps);
  EXPECT_EQ(steps->before, 1);
  EXPECT_EQ(steps->now, static_cast<std::int64_t>(shipped_migrations().size()));
  EXPECT_EQ(code_of(installations.open(folder, app::Hold::alone)), "none");
}

TEST_F(InstallationInAFolder, IsBackedUpWhileOthersSaveAndComesBack) {
  const auto database = make("data");
  std::atomic<bool> stop = false;
  std::thread somebody([&] {
    for (std::int64_t n = 0; !stop; ++n)
      write(*database, [&](app::Records& records) { save_next_version(records, sample, n % 30); });
  });
  for (int round = 0; round < 5; ++round) {
    const std::string backup = path("backup");
    const auto kept = installations.backup(in_folder(path("data")), backup, key);
    ASSERT_TRUE(kept);
    EXPECT_EQ(rights_of(backup), 0600U);
    const std::string restored = path("restored" + std::to_string(round));
    const auto found = installations.restore(backup, in_folder(restored), key, {3});
    ASSERT_TRUE(found) << base::to_string(found.problems().front());
    EXPECT_EQ(found->sha256, kept->sha256);
    EXPECT_EQ(rights_of(restored), 0700U);
    EXPECT_EQ(rights_of(restored + "/smm.db"), 0600U);
    const auto again = installations.open(in_folder(restored), app::Hold::alone);
    EXPECT_EQ(check_what_survived(**again, sample, {}), 0U);
  }
  stop = true;
  somebody.join();
  EXPECT_FALSE(std::filesystem::exists(path("backup.part")));
}

TEST_F(InstallationInAFolder, KeepsInABackupWhatWasSavedBefore) {
  const auto database = make("data");
  std::set<Saved> saved;
  for (std::int64_t item = 0; item < 5; ++item)
    write(*database, [&](app::Records& records) {
      saved.insert({item, save_next_version(records, sample, item)});
    });
  ASSERT_TRUE(installations.backup(in_folder(path("data")), path("backup"), key));
  ASSERT_TRUE(installations.restore(path("backup"), in_folder(path("restored")), key, {3}));
  const auto again = installations.open(in_folder(path("restored")), app::Hold::alone);
  EXPECT_EQ(check_what_survived(**again, sample, saved), 0U);
  (*again)->read([&](app::Records& records) {
    EXPECT_EQ(records.sheets.whole_history(sample.sheet).size(), 5U);
    EXPECT_EQ(records.schools.all(), std::vector{sample.school});
  });
}

TEST_F(InstallationInAFolder, RefusesABackupThatWasCutOffOrChanged) {
  make("data");
  ASSERT_TRUE(installations.backup(in_folder(path("data")), path("backup"), key));
  const std::string whole = bytes_of(path("backup"));
  base::Random random(2026);
  const auto refused = [&](const std::string& bytes) {
    write_bytes(path("changed"), bytes);
    return code_of(installations.restore(path("changed"), in_folder(path("restored")), key, {3})) ==
               "backup_damaged" &&
           !std::filesystem::exists(path("restored"));
  };
  for (const std::size_t cut :
       {std::size_t{1}, std::size_t{100}, std::size_t{200}, whole.size() / 2, whole.size()})
    EXPECT_TRUE(refused(whole.substr(0, whole.size() - cut))) << cut;
  EXPECT_TRUE(refused(whole + "\n"));
  EXPECT_TRUE(refused("x" + whole));
  for (int trial = 0; trial < 60; ++trial) {
    std::string changed = whole;
    const std::size_t back = trial < 30 ? random.below(200) : random.below(whole.size());
    changed[whole.size() - 1 - back] ^= static_cast<char>(1U << random.below(7));
    EXPECT_TRUE(refused(changed)) << back << " bytes before the end";
  }
  EXPECT_FALSE(refused(whole));
}

TEST_F(InstallationInAFolder, IsRestoredOnlyWhereNothingIs) {
  make("data");
  ASSERT_TRUE(installations.backup(in_folder(path("data")), path("backup"), key));
  EXPECT_EQ(code_of(installations.restore(path("backup"), in_folder(path("data")), key, {3})),
            "folder_not_empty");
  InstallationFolder{path("used")}.make();
  write_bytes(path("used/notes.txt"), "mine");
  EXPECT_EQ(code_of(installations.restore(path("backup"), in_folder(path("used")), key, {3})),
            "folder_not_empty");
  EXPECT_EQ(bytes_of(path("used/notes.txt")), "mine");
  const InstallationFolder held{path("held")};
  held.make();
  {
    const auto lock = FileLock::take(held);
    EXPECT_EQ(code_of(installations.restore(path("backup"), in_folder(held.path), key, {3})),
              "installation_in_use");
  }
  EXPECT_EQ(code_of(installations.restore(path("backup"), in_folder(held.path), key, {3})), "none");
}

TEST_F(InstallationInAFolder, RefusesABackupWhoseDatabaseWasBroken) {
  write(*make("data"), [&](app::Records& records) { save_next_version(records, sample, 1); });
  const auto connection = open_sqlite(path("data/smm.db"), SqliteMode::read_write);
  connection->run_script("PRAGMA foreign_keys=OFF; DELETE FROM person");
  ASSERT_TRUE(installations.backup(in_folder(path("data")), path("backup"), key));
  EXPECT_EQ(code_of(installations.restore(path("backup"), in_folder(path("restored")), key, {3})),
            "backup_damaged");
  EXPECT_FALSE(std::filesystem::exists(path("restored/smm.db")));
  EXPECT_FALSE(std::filesystem::exists(path("restored/smm.db.part")));
}

TEST_F(InstallationInAFolder, RefusesABackupOfANewerProgram) {
  make("data");
  const auto connection = open_sqlite(path("data/smm.db"), SqliteMode::read_write);
  ASSERT_TRUE(installations.backup(in_folder(path("data")), path("older"), key));
  connection->run_script("INSERT INTO migration_log VALUES (9000, 'later', 'x', 1)");
  EXPECT_EQ(code_of(installations.backup(in_folder(path("data")), path("backup"), key)), "database_newer");
  EXPECT_FALSE(std::filesystem::exists(path("backup")));
}

// The disk is full for files beyond a size.
class FilesLimitedTo {
 public:
  explicit FilesLimitedTo(rlim_t bytes) {
    before_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &limit_);
    rlimit lower = limit_;
    lower.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &lower);
  }
  FilesLimitedTo(const FilesLimitedTo&) = delete;
  FilesLimitedTo& operator=(const FilesLimitedTo&) = delete;
  ~FilesLimitedTo() {
    setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  rlimit limit_{};
  void (*before_)(int) = SIG_DFL;
};

TEST_F(InstallationInAFolder, KeepsTheOldBackupWhenThereIsNoRoomForANewOne) {
  const auto database = make("data");
  ASSERT_TRUE(installations.backup(in_folder(path("data")), path("backup"), key));
  const std::string old = bytes_of(path("backup"));
  write(*database, [&](app::Records& records) {
    auto answer = sealed_answer("large", 1, sample.ann.id);
    answer.sealed = std::string(500000, 's');
    records.sheets.keep(sample.sheet, answer);
  });
  {
    const FilesLimitedTo little(old.size() + 10000);
    EXPECT_THROW(static_cast<void>(installations.backup(in_folder(path("data")), path("backup"), key)),
                 base::EnvironmentError);
  }
  EXPECT_EQ(bytes_of(path("backup")), old);
  EXPECT_FALSE(std::filesystem::exists(path("backup.part")));
  ASSERT_TRUE(installations.backup(in_folder(path("data")), path("backup"), key));
  {
    const FilesLimitedTo little(old.size());
    EXPECT_THROW(
        static_cast<void>(installations.restore(path("backup"), in_folder(path("restored")), key, {3})),
        base::EnvironmentError);
  }
  EXPECT_FALSE(std::filesystem::exists(path("restored/smm.db.part")));
  EXPECT_EQ(code_of(installations.restore(path("backup"), in_folder(path("restored")), key, {3})), "none");
}

TEST(InstallationInPostgres, IsServedByAnyNumberAtOnceAndThenHeldByNobodyElse) {
  if (test::PrivatePostgres::get() == nullptr) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here.";
  const TestPostgres one(*test::PrivatePostgres::get());
  StoredInstallations installations;
  const app::DatabaseSettings where{.data = {}, .database = one.url(), .key_file = {}};
  std::vector<base::Result<std::unique_ptr<app::Database>>> servers;
  std::mutex mutex;
  std::vector<std::thread> starting;
  for (int server = 0; server < 4; ++server)
    starting.emplace_back([&] {
      auto opened = installations.open_or_make(where, app::Hold::serving, {1});
      const std::lock_guard lock(mutex);
      servers.push_back(std::move(opened));
    });
  for (std::thread& each : starting) each.join();
  for (const auto& server : servers) EXPECT_EQ(code_of(server), "none") << "one waits for the other";
  EXPECT_EQ(code_of(installations.migrate(where, {1})), "installation_in_use");
  servers.clear();
  const auto alone = installations.open(where, app::Hold::alone);
  EXPECT_EQ(code_of(alone), "none");
  EXPECT_EQ(code_of(installations.open(where, app::Hold::serving)), "installation_in_use");
}

// Somebody ends the server's connections, as a failing database does: within some seconds it holds again.
TEST(InstallationInPostgres, IsHeldAgainWhenItsConnectionWasLost) {
  if (test::PrivatePostgres::get() == nullptr) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here.";
  const TestPostgres one(*test::PrivatePostgres::get());
  StoredInstallations installations;
  const app::DatabaseSettings where{.data = {}, .database = one.url(), .key_file = {}};
  const auto server = installations.open_or_make(where, app::Hold::serving, {1});
  ASSERT_TRUE(server);
  const auto other = open_postgres(one.url());
  const auto holders = [&] {
    return other->query(
        "SELECT CAST(pid AS bigint) FROM pg_locks WHERE locktype = 'advisory' AND granted "
        "AND classid = 7564653 AND mode = 'ShareLock' AND database = "
        "(SELECT oid FROM pg_database WHERE datname = current_database())");
  };
  const std::int64_t first = holders().at(0).integer(0);
  other->query("SELECT pg_terminate_backend(CAST(? AS integer))", {first});
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  const auto is_held_anew = [&] {
    const Rows found = holders();
    return found.size() == 1 && found[0].integer(0) != first;
  };
  while (!is_held_anew() && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_TRUE(is_held_anew());
}

TEST(InstallationInPostgres, IsMadeAndHeldByOneAlone) {
  if (test::PrivatePostgres::get() == nullptr) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here.";
  const TestPostgres one(*test::PrivatePostgres::get());
  const TestPostgres other(*test::PrivatePostgres::get());
  StoredInstallations installations;
  const app::DatabaseSettings where{.data = {}, .database = one.url(), .key_file = {}};
  EXPECT_EQ(code_of(installations.open(where, app::Hold::alone)), "database_not_migrated");
  {
    const auto server = installations.open_or_make(where, app::Hold::alone, {1});
    ASSERT_TRUE(server);
    EXPECT_EQ(code_of(installations.open(where, app::Hold::alone)), "installation_in_use");
    EXPECT_EQ(code_of(installations.migrate(where, {1})), "installation_in_use");
    EXPECT_EQ(code_of(installations.open(where, app::Hold::beside_others)), "none");
    const app::DatabaseSettings elsewhere{.data = {}, .database = other.url(), .key_file = {}};
    EXPECT_EQ(code_of(installations.open_or_make(elsewhere, app::Hold::beside_others, {1})), "none");
  }
  EXPECT_EQ(code_of(installations.migrate(where, {1})), "none");
}

}  // namespace
}  // namespace smm::store::records
