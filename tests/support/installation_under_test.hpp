// SPDX-License-Identifier: Apache-2.0
// An installation as the program makes one, on a new database of either engine, with the shipped content, a
// clock that the test sets, and nobody in it. SMM_ON_EACH_DATABASE(Suite) and TEST_P(Suite, Name) with
// `house()`.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>

#include "adapters/disk_files.hpp"
#include "adapters/program_content.hpp"
#include "adapters/system_time_zones.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"
#include "app/people/post_mail.hpp"
#include "crypto/system_random.hpp"
#include "private_postgres.hpp"
#include "scratch_folder.hpp"
#include "store/migration.hpp"
#include "store/postgres.hpp"
#include "store/records/database.hpp"
#include "store/sqlite.hpp"

namespace smm::test {

// Stands until it is moved.
class SetClock final : public app::Clock {
 public:
  base::Instant now() const override { return {microseconds_.load()}; }
  void pass(std::int64_t microseconds) { microseconds_ += microseconds; }

 private:
  // A Thursday noon in 2026.
  std::atomic<std::int64_t> microseconds_{std::int64_t{1'781'784'000} * base::one_second};
};

struct PostedMail {
  app::WaitingMail waiting;
  app::Mail mail;
};

class InstallationUnderTest {
 public:
  // Null where PostgreSQL is asked for and there is none.
  static std::unique_ptr<InstallationUnderTest> on_sqlite() {
    return std::unique_ptr<InstallationUnderTest>(new InstallationUnderTest(nullptr));
  }
  static std::unique_ptr<InstallationUnderTest> on_postgres() {
    PrivatePostgres* server = PrivatePostgres::get();
    if (server == nullptr) return nullptr;
    return std::unique_ptr<InstallationUnderTest>(new InstallationUnderTest(server));
  }

  SetClock clock;

  const app::Installation& operator*() const { return installation_; }
  app::Installation& installation() { return installation_; }
  const app::Pages& pages() const { return pages_; }
  const app::Content& content() const { return content_; }

  // The version of the participation agreement that schools agree to.
  std::string agreement() const { return pages_.texts("agreement.current"); }

  // Changes records without a use case: what a test begins with.
  void write(const std::function<void(app::Records&, base::Instant now)>& work) {
    (void)app::change<bool>(*database_, clock, [&](app::Records& records, base::Instant now) {
      work(records, now);
      return base::Result<app::Change<bool>>(app::Change<bool>::bookkeeping(true));
    });
  }

  template <class T>
  T read(const std::function<T(app::Records&)>& work) {
    return *app::look<T>(*database_, [&](app::Records& records) { return base::Result<T>(work(records)); });
  }

  app::Person add_person(const std::string& name, const std::string& email) {
    const app::Person person{.id = assessment::PersonId::make(random_),
                             .email = email,
                             .name = name,
                             .created = clock.now(),
                             .password = "",
                             .password_set = std::nullopt,
                             .totp_secret = "",
                             .deactivated = std::nullopt};
    write([&](app::Records& records, base::Instant) { records.people.add(person); });
    return person;
  }

  app::Person person(const assessment::PersonId& id) {
    return *read<std::optional<app::Person>>([&](app::Records& records) { return records.people.by_id(id); });
  }

  // All mails of a kind, the newest first. `at_least` are waited for: some are written by the way.
  std::vector<PostedMail> mails(const std::string& kind, std::size_t at_least = 0) {
    for (int i = 0; i < 200; ++i) {
      auto found = mails_now(kind);
      if (found.size() >= at_least) return found;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ADD_FAILURE() << "no " << at_least << " mails " << kind;
    return mails_now(kind);
  }

  // Lets what nobody waits for come to its end.
  void settle() {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    write([](app::Records&, base::Instant) {});
  }

  // Entries of all chains, oldest first within each.
  std::vector<app::KeptEntry> log() {
    return read<std::vector<app::KeptEntry>>([](app::Records& records) {
      std::vector<app::KeptEntry> all;
      for (const auto& head : records.audit.heads()) {
        for (auto& entry : records.audit.entries(head.chain, 1, 10'000)) all.push_back(std::move(entry));
      }
      return all;
    });
  }

  // All that lies on disk of a SQLite database; nothing of PostgreSQL.
  std::optional<std::string> database_bytes() {
    settle();
    std::string all;
    for (const char* name : {"smm.db", "smm.db-wal"}) {
      std::ifstream file(folder_.path(name), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all.empty() ? std::nullopt : std::optional(all);
  }

  bool log_tells(const std::string& action) {
    const auto entries = log();
    return std::ranges::any_of(entries, [&](const auto& kept) { return kept.entry.action == action; });
  }

 private:
  explicit InstallationUnderTest(PrivatePostgres* server)
      : database_(server != nullptr ? new_postgres(*server) : new_sqlite()), pages_(shipped_pages()) {}

  // Read once: they are the same for every test.
  static const app::Pages& shipped_pages() {
    static const app::Pages pages = app::load_pages(adapters::EmbeddedContent());
    return pages;
  }
  static const assessment::CommonPasswords& shipped_passwords() {
    static const assessment::CommonPasswords passwords(
        adapters::EmbeddedContent().read("security/common-passwords.txt").value());
    return passwords;
  }

  std::unique_ptr<app::Database> new_sqlite() {
    const std::string file = folder_.path("smm.db");
    migrate(*store::open_sqlite(file, store::SqliteMode::create));
    return store::records::open_sqlite_database(file).value();
  }

  static std::unique_ptr<app::Database> new_postgres(const PrivatePostgres& server) {
    static std::atomic<int> count = 0;
    const std::string schema = "house" + std::to_string(++count);
    store::open_postgres(server.url())->run_script("CREATE SCHEMA " + schema);
    migrate(*store::open_postgres(server.url(schema)));
    return store::records::open_postgres_database(server.url(schema)).value();
  }

  static void migrate(store::Connection& connection) {
    ASSERT_TRUE(store::migrate(connection, store::shipped_migrations(), 1));
  }

  std::vector<PostedMail> mails_now(const std::string& kind) {
    return read<std::vector<PostedMail>>([&](app::Records& records) {
      std::vector<PostedMail> found;
      for (app::WaitingMail& waiting : records.outbox.latest(1000)) {
        if (waiting.kind != kind || waiting.sealed.empty()) continue;
        const auto seals = keys_.seals(records.schools, std::string(app::office_owner));
        auto mail = app::mail_kept_as(seals->open(app::mail_row(waiting.id), waiting.sealed));
        found.push_back({std::move(waiting), std::move(mail)});
      }
      return found;
    });
  }

  ScratchFolder folder_;
  std::unique_ptr<app::Database> database_;
  adapters::EmbeddedContent content_;
  adapters::DiskFiles files_;
  adapters::SystemTimeZones zones_;
  crypto::SystemRandom random_;
  const app::Pages& pages_;
  app::KeyRing keys_{crypto::InstallationKey::make()};
  app::EditionShelf editions_{content_, files_};
  app::Installation installation_{*database_,
                                  clock,
                                  zones_,
                                  random_,
                                  keys_,
                                  editions_,
                                  "https://metrics.example.org",
                                  "office@metrics.example.org",
                                  &shipped_passwords()};
};

// "TOKEN" of the link of ours in a mail.
inline std::string token_in(const app::Mail& mail) {
  const std::string begin = "https://metrics.example.org/link/";
  const std::size_t at = mail.text.find(begin);
  if (at == std::string::npos) return "";
  const std::size_t from = at + begin.size();
  return mail.text.substr(from, mail.text.find_first_of(" \r\n", from) - from);
}

enum class TestedEngine { sqlite, postgres };

class OnEachDatabase : public testing::TestWithParam<TestedEngine> {
 protected:
  void SetUp() override {
    house_ = GetParam() == TestedEngine::sqlite ? InstallationUnderTest::on_sqlite()
                                                : InstallationUnderTest::on_postgres();
    if (!house_) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here that this user can start.";
  }
  InstallationUnderTest& house() { return *house_; }

 private:
  std::unique_ptr<InstallationUnderTest> house_;
};

#define SMM_ON_EACH_DATABASE(Suite)                                                                        \
  class Suite : public smm::test::OnEachDatabase {};                                                       \
  INSTANTIATE_TEST_SUITE_P(                                                                                \
      Engines, Suite, testing::Values(smm::test::TestedEngine::sqlite, smm::test::TestedEngine::postgres), \
      [](const auto& tested) {                                                                             \
        return tested.param == smm::test::TestedEngine::sqlite ? "sqlite" : "postgres";                    \
      })

}  // namespace smm::test
