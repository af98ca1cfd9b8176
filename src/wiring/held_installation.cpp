// SPDX-License-Identifier: Apache-2.0
#include "wiring/held_installation.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "app/installation/change.hpp"
#include "base/environment_error.hpp"
#include "store/migration.hpp"
#include "store/postgres.hpp"
#include "store/records/database.hpp"
#include "store/sqlite.hpp"
#include "wiring/key_file.hpp"
#include "wiring/problems.hpp"

namespace smm::wiring {
namespace {

namespace fs = std::filesystem;

// What a database says of the key it was made with.
constexpr std::string_view key_setting = "installation_key";

std::string database_file(const app::DatabaseSettings& settings) {
  return (fs::path(settings.data) / "smm.db").string();
}

void make_folder(const std::string& folder) {
  std::error_code failed;
  if (fs::create_directories(folder, failed)) fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) throw base::EnvironmentError("cannot make the folder " + folder + ": " + failed.message());
}

std::unique_ptr<store::Connection> first_connection(const app::DatabaseSettings& settings) {
  if (!settings.database.empty()) return store::open_postgres(settings.database);
  make_folder(settings.data);
  return store::open_sqlite(database_file(settings), store::SqliteMode::create);
}

base::Result<std::unique_ptr<app::Database>> open_migrated(const app::DatabaseSettings& settings,
                                                           base::Instant now) {
  {
    const auto connection = first_connection(settings);
    const auto version = store::migrate(*connection, store::shipped_migrations(), now.microseconds);
    if (!version) return version.problems();
  }
  if (!settings.database.empty()) return store::records::open_postgres_database(settings.database);
  return store::records::open_sqlite_database(database_file(settings));
}

std::optional<std::string> known_key(app::Database& database) {
  std::optional<std::string> id;
  database.read([&](app::Records& records) { id = records.settings.value(key_setting); });
  return id;
}

base::Result<std::string> remember_key(app::Database& database, const app::Clock& clock,
                                       const std::string& id) {
  return app::change<std::string>(
      database, clock, [&](app::Records& records, base::Instant) -> base::Result<app::Change<std::string>> {
        records.settings.set(key_setting, id);
        return app::Change<std::string>(id, {"office", "system", "key.made", id, ""});
      });
}

// A database that was never given a key may be given a new one; any other needs its own.
base::Result<crypto::InstallationKey> key_for(app::Database& database, const app::Clock& clock,
                                              const app::DatabaseSettings& settings) {
  const std::string path = key_path(settings.data, settings.key_file);
  const auto known = known_key(database);
  const bool there = fs::exists(path);
  if (!known && !there && settings.key_file.empty()) {
    auto made = make_key(path);
    const auto kept = remember_key(database, clock, crypto::key_id(made));
    if (!kept) return kept.problems();
    return made;
  }
  auto key = read_key(path);
  if (!key) return key;
  const std::string id = crypto::key_id(*key);
  if (known && *known != id)
    return base::Problem(problem::wrong_key, "The database was made with installation key " + *known +
                                                 ", and " + path + " holds " + id + "; nothing was changed");
  if (!known) {
    const auto kept = remember_key(database, clock, id);
    if (!kept) return kept.problems();
  }
  return key;
}

}  // namespace

OpenedInstallation::OpenedInstallation(std::unique_ptr<app::Database> database, crypto::InstallationKey key,
                                       const app::Content& content, const app::Files& files,
                                       const app::ServiceSettings& settings)
    : database_(std::move(database)),
      keys_(std::move(key)),
      editions_(content, files),
      common_passwords_(content.read("security/common-passwords.txt").value_or("")),
      installation_{*database_,        clock_, zones_, random_, keys_, editions_, settings.public_url,
                    settings.mail.from, &common_passwords_} {}

base::Result<std::unique_ptr<app::HeldInstallation>> open_installation(const app::Content& content,
                                                                       const app::Files& files,
                                                                       const app::ServiceSettings& settings) {
  const adapters::SystemClock clock;
  auto database = open_migrated(settings.database, clock.now());
  if (!database) return std::move(database).problems();
  auto key = key_for(**database, clock, settings.database);
  if (!key) return std::move(key).problems();
  return std::unique_ptr<app::HeldInstallation>(
      std::make_unique<OpenedInstallation>(std::move(*database), std::move(*key), content, files, settings));
}

}  // namespace smm::wiring
