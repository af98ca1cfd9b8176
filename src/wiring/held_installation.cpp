// SPDX-License-Identifier: Apache-2.0
#include "wiring/held_installation.hpp"

#include "app/installation/change.hpp"
#include "app/installation/rotate_keys.hpp"
#include "base/environment_error.hpp"
#include "wiring/key_file.hpp"
#include "wiring/problems.hpp"

namespace smm::wiring {
namespace {

std::optional<std::string> known_key(app::Database& database) {
  std::optional<std::string> id;
  database.read([&](app::Records& records) { id = records.settings.value(app::key_setting); });
  return id;
}

// Of several programs that start at once on a new database, the first one's key is the installation's.
base::Result<std::string> remember_key(app::Database& database, const app::Clock& clock,
                                       const std::string& id) {
  return app::change<std::string>(
      database, clock, [&](app::Records& records, base::Instant) -> base::Result<app::Change<std::string>> {
        const std::string known = records.settings.first(app::key_setting, id);
        if (known != id) return app::Change<std::string>::nothing(known);
        return app::Change<std::string>(id, {"office", "system", "key.made", id, ""});
      });
}

base::Problem wrong_key(const std::string& known, const std::string& path, const std::string& id) {
  return {problem::wrong_key, "The database was made with installation key " + known + ", and " + path +
                                  " holds " + id + "; nothing was changed"};
}

base::Result<crypto::InstallationKey> key_kept(app::Database& database, const app::Clock& clock,
                                               const std::string& path, crypto::InstallationKey key) {
  const std::string id = crypto::key_id(key);
  const auto known = remember_key(database, clock, id);
  if (!known) return known.problems();
  if (*known != id) return wrong_key(*known, path, id);
  return key;
}

// A database that was never given a key may be given a new one; any other needs its own.
base::Result<crypto::InstallationKey> key_for(app::Database& database, const app::Clock& clock,
                                              const app::DatabaseSettings& settings) {
  const DiskKeyFiles files;
  const std::string path = files.path(settings);
  const auto known = known_key(database);
  const bool there = files.exists(path);
  if (!known && !there && settings.key_file.empty()) return key_kept(database, clock, path, files.make(path));
  auto key = files.read(path);
  if (!key) return key;
  const std::string id = crypto::key_id(*key);
  if (known && *known != id) return wrong_key(*known, path, id);
  if (known) return key;
  return key_kept(database, clock, path, std::move(*key));
}

}  // namespace

OpenedInstallation::OpenedInstallation(std::unique_ptr<app::Database> database, crypto::InstallationKey key,
                                       const app::Content& content, const app::Files& files,
                                       const app::ServiceSettings& settings)
    : database_(std::move(database)),
      keys_(std::move(key)),
      editions_(content, files),
      common_passwords_(content.read("security/common-passwords.txt").value_or("")),
      installation_{*database_,
                    clock_,
                    zones_,
                    random_,
                    keys_,
                    editions_,
                    settings.public_url,
                    settings.mail.from,
                    &common_passwords_} {}

base::Result<std::unique_ptr<app::HeldInstallation>> open_installation(
    const app::Content& content, const app::Files& files, app::Maintenance& maintenance,
    const app::ServiceSettings& settings, app::Hold hold, DatabaseCounts* counts) {
  const adapters::SystemClock clock;
  // A key that was named and is not there is told before a database is made that nobody could open.
  const DiskKeyFiles key_files;
  if (const std::string& named = settings.database.key_file; !named.empty() && !key_files.exists(named))
    return key_files.read(named).problems();
  auto database = maintenance.open_or_make(settings.database, hold, clock.now());
  if (!database) return std::move(database).problems();
  auto key = key_for(**database, clock, settings.database);
  if (!key) return std::move(key).problems();
  auto used = counts == nullptr ? std::move(*database) : counted(std::move(*database), *counts);
  return std::unique_ptr<app::HeldInstallation>(
      std::make_unique<OpenedInstallation>(std::move(used), std::move(*key), content, files, settings));
}

}  // namespace smm::wiring
