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

base::Result<std::string> remember_key(app::Database& database, const app::Clock& clock,
                                       const std::string& id) {
  return app::change<std::string>(
      database, clock, [&](app::Records& records, base::Instant) -> base::Result<app::Change<std::string>> {
        records.settings.set(app::key_setting, id);
        return app::Change<std::string>(id, {"office", "system", "key.made", id, ""});
      });
}

// A database that was never given a key may be given a new one; any other needs its own.
base::Result<crypto::InstallationKey> key_for(app::Database& database, const app::Clock& clock,
                                              const app::DatabaseSettings& settings) {
  const DiskKeyFiles files;
  const std::string path = files.path(settings);
  const auto known = known_key(database);
  const bool there = files.exists(path);
  if (!known && !there && settings.key_file.empty()) {
    auto made = files.make(path);
    const auto kept = remember_key(database, clock, crypto::key_id(made));
    if (!kept) return kept.problems();
    return made;
  }
  auto key = files.read(path);
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
      installation_{*database_,
                    clock_,
                    zones_,
                    random_,
                    keys_,
                    editions_,
                    settings.public_url,
                    settings.mail.from,
                    &common_passwords_} {}

base::Result<std::unique_ptr<app::HeldInstallation>> open_installation(const app::Content& content,
                                                                       const app::Files& files,
                                                                       app::Maintenance& maintenance,
                                                                       const app::ServiceSettings& settings,
                                                                       app::Hold hold) {
  const adapters::SystemClock clock;
  auto database = maintenance.open_or_make(settings.database, hold, clock.now());
  if (!database) return std::move(database).problems();
  auto key = key_for(**database, clock, settings.database);
  if (!key) return std::move(key).problems();
  return std::unique_ptr<app::HeldInstallation>(
      std::make_unique<OpenedInstallation>(std::move(*database), std::move(*key), content, files, settings));
}

}  // namespace smm::wiring
