// SPDX-License-Identifier: Apache-2.0
// An installation, opened: its database migrated, its key at hand, all parts connected.
#pragma once

#include <memory>

#include "adapters/system_clock.hpp"
#include "adapters/system_time_zones.hpp"
#include "app/content.hpp"
#include "app/files.hpp"
#include "app/installation/service.hpp"
#include "crypto/system_random.hpp"
#include "wiring/counted_database.hpp"

namespace smm::wiring {

class OpenedInstallation final : public app::HeldInstallation {
 public:
  OpenedInstallation(std::unique_ptr<app::Database> database, crypto::InstallationKey key,
                     const app::Content& content, const app::Files& files,
                     const app::ServiceSettings& settings);

  app::Installation& installation() override { return installation_; }

 private:
  std::unique_ptr<app::Database> database_;
  adapters::SystemClock clock_;
  adapters::SystemTimeZones zones_;
  crypto::SystemRandom random_;
  app::KeyRing keys_;
  app::EditionShelf editions_;
  assessment::CommonPasswords common_passwords_;
  app::Installation installation_;
};

// Makes what is not there yet: folder, database, key. Problems: key_missing, wrong_key, those of migrations.
base::Result<std::unique_ptr<app::HeldInstallation>> open_installation(
    const app::Content& content, const app::Files& files, app::Maintenance& maintenance,
    const app::ServiceSettings& settings, app::Hold hold, DatabaseCounts* counts = nullptr);

}  // namespace smm::wiring
